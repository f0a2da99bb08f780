import { Page, Text, View } from "@react-pdf/renderer";
import type { ConfirmationContent } from "@/lib/imports/pdf/confirmation-content";
import { drawable } from "@/lib/pdf/drawable";
import { renderDocument } from "@/lib/pdf/render-document";
import { setLines } from "@/lib/pdf/fit";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";

/** The letter as a PDF, English first, each language on pages of its own. */
export function renderConfirmation(
  letters: readonly ConfirmationContent[],
  at: Date,
): Promise<Uint8Array> {
  const { title = "", office = "" } = letters[0] ?? {};
  const children = letters.map((letter) => <Letter key={letter.language} letter={letter} />);
  return renderDocument({ title, office, language: "en", at, children });
}

function Letter({ letter }: { letter: ConfirmationContent }) {
  return (
    <Page size="LETTER" style={page}>
      <View style={head} fixed>
        <Text style={{ ...FAMILY.display, fontSize: 11.5, color: INK.frame }}>
          {letter.department}
        </Text>
        <Text style={{ fontSize: 9, color: INK.label }}>{letter.office}</Text>
      </View>
      <Text style={{ marginBottom: mm(5) }}>{letter.date}</Text>
      <Lines lines={letter.to} />
      <Text style={title}>{drawable(letter.title)}</Text>
      {letter.text.map((text) => (
        <View key={text} style={{ marginBottom: mm(3) }}>
          <Lines lines={[text]} />
        </View>
      ))}
      <View style={{ marginBottom: mm(5) }}>
        {letter.rows.map(({ term, lines }) => (
          <View key={term} style={row} wrap={lines.length > 12}>
            <Text style={{ width: mm(56), color: INK.label, paddingRight: mm(4) }}>{term}</Text>
            <View style={{ flex: 1 }}>
              <Lines lines={lines} width={mm(textWidth - 56)} />
            </View>
          </View>
        ))}
      </View>
      <View wrap={false}>
        <Lines lines={[letter.close]} />
        <View style={{ marginTop: mm(8) }}>
          <Lines lines={letter.by} />
        </View>
      </View>
      <Text style={foot} fixed>
        {letter.foot}
      </Text>
    </Page>
  );
}

const textWidth = 216 - 2 * 22;

function Lines({ lines, width = mm(textWidth) }: { lines: readonly string[]; width?: number }) {
  return lines.flatMap((line) =>
    setLines([{ text: drawable(line), face: "regular", size: fontSize, lead: 1.4 }], width).map(
      ({ text }, i) => (
        <Text key={`${line}-${i}`} style={{ fontSize, lineHeight: 1.35 }}>
          {text}
        </Text>
      ),
    ),
  );
}

const fontSize = 10;
const page = {
  ...FAMILY.regular,
  fontSize,
  color: INK.text,
  paddingTop: mm(18),
  paddingBottom: mm(22),
  paddingHorizontal: mm(22),
} as const;
const head = {
  paddingBottom: mm(3),
  marginBottom: mm(9),
  borderBottomWidth: mm(0.5),
  borderColor: INK.frame,
} as const;
const title = { ...FAMILY.display, fontSize: 15, lineHeight: 1.25, marginVertical: mm(6) } as const;
const row = {
  flexDirection: "row",
  paddingVertical: mm(1),
  borderBottomWidth: mm(0.2),
  borderColor: INK.rule,
} as const;
const foot = {
  position: "absolute",
  left: mm(22),
  right: mm(22),
  bottom: mm(12),
  paddingTop: mm(1.5),
  borderTopWidth: mm(0.2),
  borderColor: INK.rule,
  fontSize: 7.6,
  color: INK.label,
} as const;
