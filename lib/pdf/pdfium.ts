import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PDFiumLibrary } from "@hyzyla/pdfium";

let compiled: Promise<WebAssembly.Module> | undefined;

/** PDFium. It has no engine for scripts, and no way out of its memory, which is each caller's own. */
export async function freshPdfium(): Promise<PDFiumLibrary> {
  compiled ??= readFile(fileURLToPath(import.meta.resolve("@hyzyla/pdfium/pdfium.wasm"))).then(
    (wasm) => WebAssembly.compile(wasm),
  );
  const code = await compiled;
  return PDFiumLibrary.init({
    instantiateWasm(imports, done) {
      const instance = new WebAssembly.Instance(code, imports);
      // The type says module; the glue code takes the instance, as Emscripten does.
      done(instance);
      return instance.exports;
    },
  });
}
