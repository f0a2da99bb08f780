import { trusted } from "./trusted-addresses";

/* Reading a QR code: by the browser where it can, otherwise by a reader that is loaded for it from this origin. */

interface Detector {
  detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** Wider than this a picture is made smaller first: modules of a code stay several points wide. */
const WIDEST = 2400;

/** The text of the code in a picture, or null. */
export async function readCode(picture: ImageBitmap): Promise<string | null> {
  const detector = await nativeDetector();
  const found = await detector?.detect(picture).catch(() => []);
  return found?.[0]?.rawValue ?? readByOwnReader(picture);
}

let detector: Promise<Detector | null> | undefined;

function nativeDetector(): Promise<Detector | null> {
  const kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
  detector ??= !kind
    ? Promise.resolve(null)
    : kind
        .getSupportedFormats()
        .then((formats) =>
          formats.includes("qr_code") ? new kind({ formats: ["qr_code"] }) : null,
        )
        .catch(() => null);
  return detector;
}

let reader: Worker | undefined;

function readByOwnReader(picture: ImageBitmap): Promise<string | null> {
  const scale = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(null);
  pen.drawImage(picture, 0, 0, width, height);
  reader ??= new Worker(trusted("/V/reader.js"));
  const worker = reader;
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage(pen.getImageData(0, 0, width, height));
  });
}
