import { View, type Styles } from "@react-pdf/renderer";
import { createContext, useContext, type ReactNode } from "react";

type Style = Styles[string];

const Blank = createContext(true);

/** Whether the sheet is blank. Otherwise its art, rules and fixed wording are on it already, and values alone are drawn. */
export const useBlank = (): boolean => useContext(Blank);

export function Sheet({ blank, children }: { blank: boolean; children: ReactNode }) {
  return <Blank value={blank}>{children}</Blank>;
}

/** Drawn on a blank sheet only. It leaves no room behind on the others: whatever follows must not need it. */
export function OnBlank({ children }: { children: ReactNode }) {
  return useBlank() ? children : null;
}

/** A view with rules or a ground; on a sheet that bears them already, the room that they take. */
export function Ruled({ style, children }: { style: Style; children?: ReactNode }) {
  return <View style={useBlank() ? style : bare(style)}>{children}</View>;
}

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

function bare(style: Style): Style {
  const kept = Object.entries(style).filter(([name]) => !/^(border|background)/.test(name));
  const side = (rule: unknown, inner: unknown, axis: unknown): number =>
    number(rule ?? style.borderWidth) + number(inner ?? axis ?? style.padding);
  const { paddingHorizontal, paddingVertical } = style;
  return {
    ...Object.fromEntries(kept),
    paddingTop: side(style.borderTopWidth, style.paddingTop, paddingVertical),
    paddingBottom: side(style.borderBottomWidth, style.paddingBottom, paddingVertical),
    paddingLeft: side(style.borderLeftWidth, style.paddingLeft, paddingHorizontal),
    paddingRight: side(style.borderRightWidth, style.paddingRight, paddingHorizontal),
  };
}
