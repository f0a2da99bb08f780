import { Page, Text, View } from "@react-pdf/renderer";
import { drawable } from "@/lib/pdf/drawable";
import { renderDocument } from "@/lib/pdf/render-document";
import { setLines } from "@/lib/pdf/fit";
import type { Face } from "@/lib/pdf/font-paths";
import { FAMILY, INK, mm, SHEET } from "@/lib/pdf/theme";
import type { Letter } from "@/lib/reviews/letters/letter";

/** A letter as a PDF. */
export function renderLetter(letter: Letter, at: Date): Promise<Uint8Array> {
  const { subject: title, office, language } = letter;
  return renderDocument({ title, office, language, at, children: <Sheets letter={letter} /> });
}

function Sheets({ letter }: { letter: Letter }) {
  const [department = "", ...street] = letter.sender;
  return (
    <Page size="LETTER" style={page}>
      <View style={head} fixed>
        <View>
          <Text style={{ ...FAMILY.display, fontSize: 11.5, color: INK.frame }}>{department}</Text>
          <Text style={{ fontSize: 9, color: INK.label }}>{letter.office}</Text>
        </View>
        <View style={{ alignItems: "flex-end", fontSize: 8.6, color: INK.label }}>
          {street.map((line) => (
            <Text key={line}>{line}</Text>
          ))}
        </View>
      </View>
      <Text style={{ marginBottom: mm(5) }}>{letter.date}</Text>
      <Lines texts={letter.to} />
      <Text style={subject}>{drawable(letter.subject)}</Text>
      {letter.blocks.slice(0, -1).map((block, i) => (
        <Part key={i} block={block} />
      ))}
      {/* Nobody's signature stands alone on a sheet. */}
      <View wrap={false}>
        {letter.blocks.slice(-1).map((block) => (
          <Part key={block.kind} block={block} />
        ))}
        <View style={{ marginTop: mm(7) }}>
          <Lines texts={letter.by} />
        </View>
      </View>
      <View style={foot} fixed>
        <Text>{letter.foot}</Text>
        <Text render={({ pageNumber, totalPages }) => `${pageNumber}/${totalPages}`} />
      </View>
    </Page>
  );
}

function Part({ block }: { block: Letter["blocks"][number] }) {
  switch (block.kind) {
    case "text":
      return (
        <View style={part}>
          <Lines texts={[block.text]} />
        </View>
      );
    case "points":
      return (
        <View style={part}>
          {block.points.map(({ about, texts }, n) => (
            <View key={n} style={{ flexDirection: "row", marginBottom: mm(2.5) }}>
              <Text style={{ ...line, width: mm(indent) }}>{n + 1}.</Text>
              <View style={{ flex: 1 }}>
                <View minPresenceAhead={mm(12)}>
                  <Lines texts={[about]} width={textWidth - indent} face="semibold" />
                </View>
                <Lines texts={texts} width={textWidth - indent} />
              </View>
            </View>
          ))}
        </View>
      );
    case "written":
      return (
        <View style={part}>
          <Text style={{ ...FAMILY.semibold, ...line }} minPresenceAhead={mm(15)}>
            {block.heading}
          </Text>
          <View style={written}>
            <Lines texts={block.lines} width={textWidth - indent} />
          </View>
        </View>
      );
  }
}

/** Each text broken so that it stays in its column, inside a word where it must; millimetres. */
function Lines({
  texts,
  width = textWidth,
  face = "regular",
}: {
  texts: readonly string[];
  width?: number;
  face?: Face & keyof typeof FAMILY;
}) {
  const paragraphs = texts.map((text) => ({ text: drawable(text), face, size: fontSize, lead }));
  return setLines(paragraphs, mm(width)).map(({ text }, i) => (
    <Text key={i} style={{ ...FAMILY[face], ...line }}>
      {text === "" ? " " : text}
    </Text>
  ));
}

const fontSize = 10;
const lead = 1.38;
const line = { fontSize, lineHeight: lead } as const;
/** Of the sheet between its margins, in millimetres. */
const textWidth = SHEET.width - 44;
const indent = 7;
const page = {
  ...FAMILY.regular,
  fontSize,
  color: INK.text,
  paddingTop: mm(18),
  paddingBottom: mm(24),
  paddingHorizontal: mm(22),
} as const;
const head = {
  flexDirection: "row",
  justifyContent: "space-between",
  paddingBottom: mm(3),
  marginBottom: mm(9),
  borderBottomWidth: mm(0.5),
  borderColor: INK.frame,
} as const;
const subject = {
  ...FAMILY.display,
  fontSize: 14,
  lineHeight: 1.25,
  marginVertical: mm(6),
} as const;
const part = { marginBottom: mm(3.5) } as const;
const written = {
  marginTop: mm(1.5),
  paddingLeft: mm(indent - 0.6),
  borderLeftWidth: mm(0.6),
  borderColor: INK.rule,
} as const;
const foot = {
  position: "absolute",
  left: mm(22),
  right: mm(22),
  bottom: mm(12),
  flexDirection: "row",
  justifyContent: "space-between",
  paddingTop: mm(1.5),
  borderTopWidth: mm(0.2),
  borderColor: INK.rule,
  fontSize: 7.6,
  color: INK.label,
} as const;
