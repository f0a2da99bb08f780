// A worker of its own: it alone may run WebAssembly (the page's policy of contents does not allow it).
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

prepareZXingModule({ overrides: { locateFile: () => "/V/zxing_reader.wasm" } });

self.addEventListener("message", ({ data }: MessageEvent<ImageData>) => {
  void read(data).then((text) => postMessage(text));
});

async function read(picture: ImageData): Promise<string | null> {
  try {
    const [code] = await readBarcodes(picture, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
    return code?.isValid ? code.text : null;
  } catch {
    return null;
  }
}
