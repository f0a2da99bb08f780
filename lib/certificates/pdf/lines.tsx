import { Text, View } from "@react-pdf/renderer";
import type { Line } from "./fit";
import { FAMILY, INK, mm } from "./theme";

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
        marginRight: align === "right" ? 0 : -slack,
        marginLeft: align === "left" ? 0 : -slack,
      }}
    >
      {lines.map((line, i) => (
        <Text
          key={i}
          style={{
            ...FAMILY[line.face],
            fontSize: line.size,
            lineHeight: line.height / line.size,
            height: line.height,
            marginTop: line.gap,
            textAlign: align,
            color: colour,
          }}
        >
          {line.text}
        </Text>
      ))}
    </View>
  );
}
