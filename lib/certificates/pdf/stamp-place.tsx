import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { INK, mm } from "@/lib/pdf/theme";

/** A place for a stamp, with its name at the top. Width in millimetres. */
export function StampPlace({ width, children }: { width: number; children: ReactNode }) {
  return (
    <View
      style={{
        width: mm(width),
        flexGrow: 1,
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
