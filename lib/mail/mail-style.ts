import type { CSSProperties } from "react";

export const TEXT = "'Noto Sans',Arial,Helvetica,sans-serif";
export const HEADINGS = "Lato,'Noto Sans',Arial,Helvetica,sans-serif";

export const colour = {
  page: "#f1f2f3",
  ink: "#16323f",
  heading: "#222222",
  text: "#333333",
  quiet: "#4d5257",
  link: "#284162",
  rule: "#d6dadd",
  foot: "#e9eef0",
  accent: "#a62a1e",
  button: "#26374a",
} as const;

export const small: CSSProperties = {
  fontFamily: TEXT,
  fontSize: 15,
  lineHeight: "22px",
  color: colour.quiet,
};
export const paragraph: CSSProperties = {
  fontFamily: TEXT,
  fontSize: 17,
  lineHeight: "26px",
  color: colour.text,
  margin: "0 0 14px",
};
export const cell: CSSProperties = {
  fontFamily: TEXT,
  fontSize: 16,
  lineHeight: "22px",
  borderBottom: `1px solid ${colour.rule}`,
  verticalAlign: "top",
  textAlign: "left",
};
