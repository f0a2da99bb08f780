import type { ReactNode } from "react";
import { Ruled } from "@/lib/certificates/pdf/blank";
import { INK, mm } from "@/lib/pdf/theme";

/** The framed body of a slip, under its head. */
export function SlipBody({ children }: { children: ReactNode }) {
  return (
    <Ruled
      style={{
        flexGrow: 1,
        borderWidth: mm(0.35),
        borderTopWidth: 0,
        borderColor: INK.frame,
        backgroundColor: "rgba(255,255,255,0.5)",
      }}
    >
      {children}
    </Ruled>
  );
}
