import { Path, Svg, Text, View } from "@react-pdf/renderer";
import type { Column, Part } from "@/lib/applications/pdf/answered-sections";
import { drawable } from "@/lib/pdf/drawable";
import { setLines } from "@/lib/pdf/fit";
import type { Face } from "@/lib/pdf/font-paths";
import { FAMILY, INK, mm, SHEET } from "@/lib/pdf/theme";

/** Questions with answers, a table, ticked declarations or numbered steps. A row is never cut in two. */
export function ReceiptPart({ part }: { part: Part }) {
  switch (part.kind) {
    case "rows":
      return part.rows.map(({ term, lines }) => (
        <View key={term} style={row} wrap={lines.length > 20}>
          <Text style={{ width: mm(58), fontSize: 8.6, color: INK.label, paddingRight: mm(4) }}>
            {term}
          </Text>
          <View style={{ flex: 1 }}>
            <Lines texts={lines} width={mm(textWidth - 58)} />
          </View>
        </View>
      ));
    case "table":
      return (
        <View>
          <View style={tableHead} fixed>
            <Cells columns={part.columns} values={part.columns.map(({ head }) => head)} head />
          </View>
          {part.rows.map((values, i) => (
            <View key={i} style={{ ...row, paddingHorizontal: mm(2) }} wrap={false}>
              <Cells columns={part.columns} values={values} />
            </View>
          ))}
          {part.total ? (
            <View style={{ ...row, paddingHorizontal: mm(2) }} wrap={false}>
              <Cells columns={part.columns} values={part.total} bold />
            </View>
          ) : null}
        </View>
      );
    case "ticked":
      return (
        <>
          {part.texts.map((text) => (
            <View key={text} style={row} wrap={false}>
              <Tick />
              <View style={{ flex: 1 }}>
                <Lines texts={[text]} width={mm(textWidth - 7)} />
              </View>
            </View>
          ))}
          <Text style={{ fontSize: 8.6, color: INK.label, marginTop: mm(1.5) }}>
            {drawable(part.made)}
          </Text>
        </>
      );
    case "steps":
      return part.steps.map((step, i) => (
        <View key={step} style={row} wrap={false}>
          <Text style={{ width: mm(6), color: INK.label }}>{i + 1}.</Text>
          <View style={{ flex: 1 }}>
            <Lines texts={[step]} width={mm(textWidth - 6)} />
          </View>
        </View>
      ));
  }
}

/** Each text broken so that it stays in its column, inside a word where it must. */
function Lines({
  texts,
  width,
  face = "regular",
  size = 9.2,
}: {
  texts: readonly string[];
  width: number;
  face?: Face;
  size?: number;
}) {
  const paragraphs = texts.map((text) => ({ text: drawable(text), face, size, lead: 1.35 }));
  return setLines(paragraphs, width).map((line, i) => (
    <Text key={i} style={{ fontSize: size, lineHeight: 1.35 }}>
      {line.text}
    </Text>
  ));
}

function Cells({
  columns,
  values,
  head = false,
  bold = head,
}: {
  columns: readonly Column[];
  values: readonly string[];
  head?: boolean;
  bold?: boolean;
}) {
  return columns.map(({ share, align = "left" }, i) => {
    const width = ((textWidth - 4) * share) / 100;
    const gap = i === columns.length - 1 ? 0 : 3;
    return (
      <View
        key={i}
        style={{
          ...(bold ? FAMILY.semibold : {}),
          ...(head ? { color: INK.label } : {}),
          width: mm(width),
          paddingRight: mm(gap),
          alignItems: align === "left" ? "flex-start" : "flex-end",
        }}
      >
        <Lines
          texts={(values[i] ?? "").split("\n")}
          width={mm(width - gap)}
          face={bold ? "semibold" : "regular"}
          size={head ? 7.8 : 9.2}
        />
      </View>
    );
  });
}

function Tick() {
  return (
    <View style={{ width: mm(7) }}>
      <Svg width={mm(4)} height={mm(4)} viewBox="0 0 16 16">
        <Path d="M0 0h16v16H0z" fill={INK.frame} />
        <Path d="M3.5 8.4l3 3 6-6.6" stroke="#ffffff" strokeWidth={2} fill="none" />
      </Svg>
    </View>
  );
}

/** Of the sheet between its margins, in millimetres. */
const textWidth = SHEET.width - 38;

const row = {
  flexDirection: "row",
  paddingVertical: mm(1.6),
  borderBottomWidth: mm(0.15),
  borderColor: "#c8d2d6",
} as const;

const tableHead = {
  flexDirection: "row",
  alignItems: "flex-end",
  paddingVertical: mm(1.4),
  paddingHorizontal: mm(2),
  backgroundColor: INK.tint,
} as const;
