import PDFDocument from "pdfkit";
import { artPaths } from "@/lib/certificates/pdf/art-paths";
import { qrCodeOf, qrPath } from "@/lib/certificates/pdf/qr";
import { FONT_FILES, type Face } from "@/lib/pdf/font-paths";
import type { ReadPdf } from "@/lib/pdf/read-pdf";
import { mm } from "@/lib/pdf/theme";

const faces = Object.keys(FONT_FILES) as Face[];

/**
 * The yardstick: a certificate's sheets drawn by pdfkit alone, with no layout and no component. Every text that a reader
 * finds on them at its place, the line work and the code; the boxes and rules, a few dozen strokes, are left out.
 */
export async function drawPlainly({ sheets, title }: ReadPdf, address: string): Promise<Buffer> {
  const document = new PDFDocument({
    size: "LETTER",
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/A-2b",
    info: { Title: title },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
  for (const face of faces) document.registerFont(face, FONT_FILES[face]);
  const art = artPaths();
  for (const [index, runs] of sheets.entries()) {
    document.addPage();
    document.save().scale(mm(1)).lineWidth(0.13);
    const ground = index === 0 ? art.certificate : [...art.slip(0, 139), ...art.slip(140, 139)];
    for (const { d, colour } of ground) document.path(d).stroke(colour);
    if (index === 0) {
      for (const d of [art.frame, art.corners, art.medallion, art.crystal.hatch]) {
        document.path(d).stroke("#16323f");
      }
      document.path(qrPath(qrCodeOf(address))).fill("#111111");
    }
    document.restore();
    for (const [n, { text, x, y, size }] of runs.entries()) {
      // All faces in turn, so that the file holds as many as a certificate.
      document
        .font(faces[n % faces.length] ?? "regular")
        .fontSize(size)
        .fillColor("#111111")
        .text(text, x, y - size, { lineBreak: false });
    }
  }
  document.end();
  return whole;
}
