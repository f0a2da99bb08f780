import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildVerifier } from "@/scripts/build-verifier";

const folder = mkdtempSync(path.join(tmpdir(), "check-page-"));
beforeAll(() => buildVerifier(folder));
afterAll(() => rmSync(folder, { recursive: true }));

const page = () => readFileSync("verifier/page.html");
const built = (name: string) => readFileSync(path.join(folder, name));

describe("the check page as it is served", () => {
  it("weighs at most 40 kB without the reader of codes", () => {
    const files = ["check.js", "check.css", "worker.js", "app.webmanifest"].map(built);
    const bytes = [page(), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(bytes).toBeLessThan(40_000);
  });

  it("evaluates nothing and makes no markup of texts", () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".js"))) {
      const script = built(name).toString();
      const sinks =
        /\beval\(|new Function|\.(?:inner|outer)HTML|insertAdjacentHTML|document\.write|\.srcdoc|javascript:|setTimeout\("|localStorage|document\.cookie/;
      expect(sinks.exec(script)?.[0], name).toBeUndefined();
    }
  });

  it("has no script, style or handler inside its markup, and nothing of other sites", () => {
    const html = page().toString();
    expect(html).not.toMatch(/<script(?![^>]* src="\/V\/check\.js")|<style|\son\w+=|\sstyle=/);
    for (const [, address = ""] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^(?:\/|mailto:|tel:)/);
    }
    for (const name of ["check.js", "worker.js"]) {
      const named = [
        ...built(name)
          .toString()
          .matchAll(/https?:\/\/([\w.-]+)/g),
      ].map(([, host]) => host);
      // The name of a drawing's language is no address.
      expect(named.filter((host) => host !== "www.w3.org")).toEqual([]);
    }
  });

  it("keeps on the device what is there, and takes all of it anew after any change", async () => {
    const worker = built("worker.js").toString();
    const kept = [...worker.matchAll(/"(\/[\w./-]+)"/g)].map(([, file = ""]) => file);
    expect(kept).toContain("/V/check.js");
    for (const file of kept.filter((one) => one !== "/V")) {
      const at = file.startsWith("/V/") ? path.join(folder, file.slice(3)) : `public${file}`;
      expect(readFileSync(at).length, file).toBeGreaterThan(0);
    }
    await buildVerifier(folder);
    expect(built("worker.js").toString()).toBe(worker);
  });
});
