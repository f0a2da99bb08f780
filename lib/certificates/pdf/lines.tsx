import { Text, View } from "@react-pdf/renderer";
import type { Line } from "@/lib/pdf/fit";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";

/** Lines that were set beforehand, one under the other. The room to the right keeps the renderer from breaking them again. */
export function Lines({
  lines,
  align = "left",
  colour = INK.text,
}: {
  lines: readonly Line[];
  align?: "left" | "right" | "center";
  colour?: string;
}) {
  const slack = mm(2);
  return (
    <View
      style={{
        alignSelf: "stretch",
        marginRight: align === "right" ? 0 : -slack,
        marginLeft: align === "left" ? 0 : -slack,
      }}
    >
      {lines.map((line, i) => (
        // Out of the flow: a text whose room is short by a rounding would drop its line.
        <View key={i} style={{ height: line.height, marginTop: line.gap }}>
          <Text
            style={{
              ...FAMILY[line.face],
              position: "absolute",
              left: 0,
              right: 0,
              top: 0,
              fontSize: line.size,
              lineHeight: line.height / line.size,
              textAlign: align,
              color: colour,
            }}
          >
            {line.text}
          </Text>
        </View>
      ))}
    </View>
  );
}
