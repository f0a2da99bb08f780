import { readdirSync } from "node:fs";
import { build } from "esbuild";
import { expect, it } from "vitest";

/** What a process loads that begins with these files: its own files, and the names of packages. */
async function loadedFrom(files: readonly string[]): Promise<Set<string>> {
  const { metafile } = await build({
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join("\n"),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    metafile: true,
    outfile: "unused.js",
    platform: "node",
    format: "esm",
    packages: "external",
    loader: { ".css": "empty" },
    logLevel: "silent",
  });
  return new Set(
    Object.entries(metafile.inputs).flatMap(([file, { imports }]) => [
      file,
      ...imports.filter(({ external }) => external).map(({ path }) => path),
    ]),
  );
}

/** Whatever draws a PDF or reads its picture: hundreds of milliseconds in which a process answers nobody. */
const renderers = [
  "@react-pdf/renderer",
  "pdfkit",
  "zxing-wasm/reader",
  "lib/pdf/render-document.tsx",
  "lib/certificates/pdf/render-certificate.tsx",
];

it("no page, action or handler draws a PDF in its own process", async () => {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `app/${name.replaceAll("\\", "/")}`);
  const portal = await loadedFrom(["proxy.ts", ...pages]);
  expect(portal.size).toBeGreaterThan(500);
  expect(renderers.filter((each) => portal.has(each))).toEqual([]);
  const worker = await loadedFrom(["lib/jobs/worker.ts"]);
  // pdfkit is the renderer's own affair.
  expect(renderers.filter((each) => !worker.has(each))).toEqual(["pdfkit"]);
});
