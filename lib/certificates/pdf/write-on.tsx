import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { mm } from "@/lib/pdf/theme";

/** A rule to write on, with what belongs there below it. */
export function WriteOn({
  width,
  height = 0,
  children,
}: {
  width?: number;
  height?: number;
  children?: ReactNode;
}) {
  return (
    <View style={width === undefined ? {} : { width: mm(width) }}>
      <View
        style={{
          height: mm(height),
          borderBottomWidth: mm(0.3),
          borderColor: "#222222",
          marginBottom: mm(0.6),
        }}
      />
      {children}
    </View>
  );
}
