import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inspectBytes } from "@/lib/documents/inspect/inspect";
import { inspectFile } from "@/lib/documents/inspector";
import { documentTypes, typeOfName } from "@/lib/documents/limits";
import { hostile } from "./answers";
import { eicar, eicarWithin, made } from "./made";

const folder = import.meta.dirname;
const fileOf = (kind: "honest" | "hostile", name: string) => path.join(folder, kind, name);
const honestNames = readdirSync(path.join(folder, "honest")).sort();
const hostileNames = readdirSync(path.join(folder, "hostile")).sort();
const hostileRows = Object.entries(hostile).flatMap(([problem, names]) =>
  names.map((name) => [name, problem] as const),
);
const temporary = mkdtempSync(path.join(tmpdir(), "files-"));
afterAll(() => rmSync(temporary, { recursive: true }));

describe("honest files", () => {
  it.each(honestNames)("%s is taken", async (name) => {
    const type = typeOfName(name);
    const expected = { type, mediaType: type && documentTypes[type].mediaType };
    const file = fileOf("honest", name);
    expect(await inspectBytes(readFileSync(file), name)).toEqual({ ok: true, value: expected });
    expect(await inspectFile(file, name)).toMatchObject({ ok: true, value: expected });
  });

  it("are at least forty, of every type", () => {
    expect(honestNames.length).toBeGreaterThanOrEqual(40);
    expect(new Set(honestNames.map(typeOfName))).toEqual(new Set(Object.keys(documentTypes)));
  });
});

describe("hostile files", () => {
  it.each(hostileRows)("%s is refused: %s", async (name, problem) => {
    const refused = { ok: false, error: problem };
    const file = fileOf("hostile", name);
    expect(await inspectBytes(readFileSync(file), name)).toEqual(refused);
    expect(await inspectFile(file, name)).toEqual(refused);
  });

  it("are at least sixty, each with its answer and its line in the README", () => {
    expect(hostileRows.map(([name]) => name).sort()).toEqual(hostileNames);
    expect(hostileNames.length).toBeGreaterThanOrEqual(60);
    const told = readFileSync(path.join(folder, "README.md"), "utf8");
    for (const name of [...hostileNames, ...honestNames]) expect(told).toContain(`\`${name}\``);
  });
});

const docx = readFileSync(fileOf("honest", "libreoffice-letter.docx"));

describe("files too large to keep", () => {
  it.each(made(docx))("%s is refused", async (name, bytes, problem) => {
    const file = path.join(temporary, name);
    writeFileSync(file, bytes());
    const began = performance.now();
    expect(await inspectFile(file, name)).toEqual({ ok: false, error: problem });
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

it("leaves viruses to the antivirus", async () => {
  expect(await inspectBytes(eicar, "eicar.txt")).toMatchObject({ ok: true });
  expect(await inspectBytes(eicarWithin(docx), "eicar.docx")).toMatchObject({ ok: true });
});
