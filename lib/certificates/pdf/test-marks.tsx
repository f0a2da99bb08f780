import { Path, Svg, Text, View } from "@react-pdf/renderer";
import type { Offset } from "@/lib/certificates/pdf/offset";
import { VIEW_BOX } from "@/lib/certificates/pdf/art-paths";
import { FAMILY, INK, mm, SHEET } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** Of the corner crosses from both edges of a sheet, in millimetres. */
const INSET = 10;
const CORNERS = [INSET, SHEET.width - INSET].flatMap((x) =>
  [INSET, SHEET.height - INSET].map((y) => [x, y] as const),
);
/** Where the rulers are drawn, from the top and from the left edge. */
const RULER = 5.5;

/** Crosses at the corners of the sheet and of its fields, and a ruler along two edges, moved as the values are. */
export function TestMarks({
  offset,
  fields,
  at,
  text,
}: {
  offset: Offset;
  /** Corners of fields, in millimetres from the top left of the sheet. */
  fields: readonly (readonly [number, number])[];
  /** Millimetres from the top at which the instructions begin. */
  at: number;
  text: readonly string[];
}) {
  const { right, down } = offset;
  return (
    <View style={{ position: "absolute", left: mm(right), top: mm(down) }}>
      <Svg viewBox={VIEW_BOX} style={{ width: mm(SHEET.width), height: mm(SHEET.height) }}>
        <Path d={CORNERS.map(cross(4)).join("")} stroke="#000000" strokeWidth={0.2} fill="none" />
        <Path d={fields.map(cross(1.6)).join("")} stroke="#000000" strokeWidth={0.15} fill="none" />
        <Path d={ruler("x") + ruler("y")} stroke="#000000" strokeWidth={0.12} fill="none" />
      </Svg>
      {tens(SHEET.width).map((x) => (
        <Text key={`x${x}`} style={{ ...small, left: mm(x - 3), top: mm(RULER + 2.2) }}>
          {x}
        </Text>
      ))}
      {tens(SHEET.height).map((y) => (
        <Text
          key={`y${y}`}
          style={{ ...small, left: mm(RULER + 2), top: mm(y) - 3, textAlign: "left" }}
        >
          {y}
        </Text>
      ))}
      <View style={{ position: "absolute", left: mm(24), top: mm(at), width: mm(168) }}>
        <Stacked texts={text} style={instruction} />
      </View>
    </View>
  );
}

const small = {
  ...FAMILY.regular,
  position: "absolute",
  width: mm(6),
  fontSize: 5.2,
  lineHeight: 1,
  textAlign: "center",
} as const;
const instruction = {
  ...FAMILY.semibold,
  fontSize: 7.4,
  lineHeight: 1.3,
  color: INK.text,
} as const;

const cross =
  (arm: number) =>
  ([x, y]: readonly [number, number]): string =>
    `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`;

const tens = (length: number): number[] =>
  Array.from({ length: Math.floor((length - 2 * INSET) / 10) + 1 }, (_, i) => INSET + 10 * i).slice(
    1,
  );

/** Ticks each millimetre between the corner crosses; longer ones at five and ten. */
function ruler(along: "x" | "y"): string {
  const end = (along === "x" ? SHEET.width : SHEET.height) - INSET;
  let path = along === "x" ? `M${INSET} ${RULER}H${end}` : `M${RULER} ${INSET}V${end}`;
  for (let at = INSET; at <= end; at++) {
    const tick = at % 10 === 0 ? 1.8 : at % 5 === 0 ? 1.3 : 0.8;
    path += along === "x" ? `M${at} ${RULER}v${tick}` : `M${RULER} ${at}h${tick}`;
  }
  return path;
}
