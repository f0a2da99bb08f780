import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { fileNoteSigner } from "../lib/transparency/file-signer";
import { openNote, signNote } from "../lib/transparency/signed-note";
import { ensureLogKey, logKeyFile } from "./log-key";

const folder = mkdtempSync(path.join(os.tmpdir(), "kp-log-key-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("is made once, for this account alone, and signs", async () => {
  ensureLogKey(folder);
  const file = logKeyFile(folder);
  const first = readFileSync(file, "utf8");
  ensureLogKey(folder);
  expect(readFileSync(file, "utf8")).toBe(first);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const signer = fileNoteSigner(file, "permits.example.ca/log");
  expect(openNote(await signNote("A text.\n", signer), [signer])).toBe("A text.\n");
});
