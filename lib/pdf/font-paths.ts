import { fileURLToPath } from "node:url";

/** The faces embedded in certificates. Values are set in Noto Sans; Lato has fixed texts and figures only. */
export type Face = "regular" | "semibold" | "bold" | "display";

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../assets/fonts/${name}.ttf`, import.meta.url));

export const FONT_FILES: Readonly<Record<Face, string>> = {
  regular: fileOf("NotoSans-Regular"),
  semibold: fileOf("NotoSans-SemiBold"),
  bold: fileOf("NotoSans-Bold"),
  display: fileOf("Lato-Bold"),
};
