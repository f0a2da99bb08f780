import { Text, View } from "@react-pdf/renderer";
import { INK, mm, TINY } from "@/lib/pdf/theme";

/** Eight boxes for a date written by hand. */
export function DateBoxes() {
  const boxes = (count: number, hint: string) => (
    <View style={{ marginRight: mm(2.2) }}>
      <View style={{ flexDirection: "row" }}>
        {Array.from({ length: count }, (_, i) => (
          <View
            key={i}
            style={{
              width: mm(6),
              height: mm(7),
              marginRight: mm(0.6),
              borderWidth: mm(0.25),
              borderColor: INK.frame,
              backgroundColor: "#ffffff",
            }}
          />
        ))}
      </View>
      <Text style={TINY}>{hint}</Text>
    </View>
  );
  return (
    <View style={{ flexDirection: "row", marginTop: mm(1) }}>
      {boxes(4, "YYYY / AAAA")}
      {boxes(2, "MM")}
      {boxes(2, "DD / JJ")}
    </View>
  );
}
