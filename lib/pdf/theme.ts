/** Millimetres as points, the unit of the PDF. */
export const mm = (length: number): number => (length * 72) / 25.4;

/** US Letter, portrait, in millimetres. */
export const SHEET = { width: 215.9, height: 279.4 } as const;

/** Inks of the paper. Nothing depends on them: a black photocopy says the same. */
export const INK = {
  frame: "#16323f",
  label: "#34515d",
  rule: "#7f98a0",
  red: "#a3142b",
  text: "#111111",
  tint: "#dee9e6",
  pale: "#eef3f1",
} as const;

/** Names under which the faces are known to the renderer. */
export const FAMILY = {
  regular: { fontFamily: "Noto Sans", fontWeight: 400 },
  semibold: { fontFamily: "Noto Sans", fontWeight: 600 },
  bold: { fontFamily: "Noto Sans", fontWeight: 700 },
  display: { fontFamily: "Lato", fontWeight: 700 },
} as const;

/** The small type of hints and feet; values are never this small. */
export const TINY = {
  ...FAMILY.regular,
  fontSize: 5.8,
  lineHeight: 1.25,
  color: INK.label,
} as const;
