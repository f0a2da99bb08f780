import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { INK, mm } from "./theme";

/** A place for a stamp, with its name at the top. */
export function StampPlace({ children }: { children: ReactNode }) {
  return (
    <View
      style={{
        flexGrow: 1,
        alignItems: "center",
        paddingTop: mm(1.4),
        borderWidth: mm(0.3),
        borderStyle: "dashed",
        borderColor: INK.label,
        backgroundColor: "#ffffff",
      }}
    >
      {children}
    </View>
  );
}
