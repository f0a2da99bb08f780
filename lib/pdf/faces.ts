import { Font } from "@react-pdf/renderer";
import { FONT_FILES } from "@/lib/pdf/font-paths";

let registered = false;

/** Makes the embedded faces known to the renderer, and stops it from hyphenating: what is printed is what was typed. */
export function registerFaces(): void {
  if (registered) return;
  registered = true;
  Font.register({
    family: "Noto Sans",
    fonts: [
      { src: FONT_FILES.regular, fontWeight: 400 },
      { src: FONT_FILES.semibold, fontWeight: 600 },
      { src: FONT_FILES.bold, fontWeight: 700 },
    ],
  });
  Font.register({ family: "Lato", fonts: [{ src: FONT_FILES.display, fontWeight: 700 }] });
  Font.registerHyphenationCallback((word) => [word]);
}
