import { Circle, Svg, Text, View } from "@react-pdf/renderer";
import { LABELS } from "@/lib/certificates/record/wording";
import { OnBlank } from "@/lib/certificates/pdf/blank";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Line } from "@/lib/pdf/fit";
import { widthOf } from "@/lib/pdf/measure";
import { FAMILY, INK, mm, TINY } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

const MICROTEXT_SIZE = 1.3;
/** Where the authorized person signs, on a line that is microtext, beside the place for the office's seal. */
export function SignatureBlock({
  signatory,
  number,
  width,
}: {
  signatory: Line[];
  number: string;
  /** In millimetres, without the seal's place. */
  width: number;
}) {
  return (
    <View style={{ flexGrow: 1, flexDirection: "row", paddingTop: mm(1.2), paddingLeft: mm(2.5) }}>
      <View style={{ width: mm(width) }}>
        <Label text={LABELS.signature} stack />
        <View style={{ marginTop: mm(10.8), height: MICROTEXT_SIZE }}>
          <OnBlank>
            <Text
              style={{
                ...FAMILY.semibold,
                fontSize: MICROTEXT_SIZE,
                lineHeight: 1,
                color: INK.frame,
              }}
            >
              {microtext(number, mm(width - 4.4))}
            </Text>
          </OnBlank>
        </View>
        <View style={{ marginTop: mm(0.8) }}>
          <Lines lines={signatory} />
        </View>
      </View>
      <OnBlank>
        <View style={{ width: mm(27), height: mm(27), marginTop: mm(1) }}>
          <Svg width={mm(27)} height={mm(27)} viewBox="0 0 27 27">
            <Circle
              cx={13.5}
              cy={13.5}
              r={13}
              fill="#ffffff"
              fillOpacity={0.6}
              stroke={INK.label}
              strokeWidth={0.25}
              strokeDasharray="1 0.8"
            />
          </Svg>
          <View style={{ position: "absolute", top: mm(10.6), left: 0, width: mm(27) }}>
            <Stacked
              texts={[LABELS.officeSeal.en, LABELS.officeSeal.fr]}
              style={{ ...TINY, lineHeight: 1.35, textAlign: "center" }}
            />
          </View>
        </View>
      </OnBlank>
    </View>
  );
}

/** As many whole words as fill the signature line; a copier turns them into a plain rule. */
function microtext(number: string, room: number): string {
  const words = ["KIMBERLEYPROCESS", "PROCESSUSDEKIMBERLEY", "CANADA", number];
  let text = words[0] ?? "";
  for (let i = 1; ; i++) {
    const longer = `${text}•${words[i % words.length]}`;
    if (widthOf(longer, "semibold", MICROTEXT_SIZE) > room) return text;
    text = longer;
  }
}
