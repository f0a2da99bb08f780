import { build, type BuildOptions } from "esbuild";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** What is kept on a device beside the bundles, and read from the network when a code is to be read. */
const shared = [
  "/V",
  "/V/check.js",
  "/V/check.css",
  "/V/app.webmanifest",
  "/V/reader.js",
  "/V/zxing_reader.wasm",
  "/icons/portal.svg",
  "/fonts/gcds-lato.woff2",
  "/fonts/gcds-noto-sans-regular.woff2",
  "/fonts/gcds-noto-sans-semibold.woff2",
];

const options: BuildOptions = {
  bundle: true,
  minify: true,
  // Whatever asks for Node or for evaluation at run time ends the build here.
  platform: "browser",
  target: ["es2022", "safari16.4"],
  logLevel: "silent",
  charset: "utf8",
  legalComments: "none",
};

/** Bundles the check page into a folder that is served at /V. A build takes a tenth of a second and is never skipped. */
export async function buildVerifier(folder = "public/V"): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const to = (name: string) => path.join(folder, name);
  const bundle = (entry: string, more: BuildOptions = {}) =>
    build({
      ...options,
      ...more,
      entryPoints: [`verifier/${entry}.ts`],
      outfile: to(`${entry}.js`),
    });
  await bundle("check", { format: "esm" });
  await bundle("reader", { format: "iife" });
  const style = await build({
    ...options,
    entryPoints: ["verifier/check.css"],
    external: ["/fonts/*"],
    write: false,
  });
  writeFileSync(to("check.css"), style.outputFiles[0]?.contents ?? "");
  copyFileSync("verifier/app.webmanifest", to("app.webmanifest"));
  copyFileSync(
    createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"),
    to("zxing_reader.wasm"),
  );
  // A change of any file is a new version of the worker, which then takes all of them anew.
  const hash = createHash("sha256").update(readFileSync("verifier/page.html"));
  for (const file of shared.filter((one) => one.startsWith("/V/"))) {
    hash.update(readFileSync(to(path.basename(file))));
  }
  await bundle("worker", {
    format: "iife",
    define: {
      VERSION: JSON.stringify(hash.digest("hex").slice(0, 16)),
      FILES: JSON.stringify(shared),
    },
  });
}
