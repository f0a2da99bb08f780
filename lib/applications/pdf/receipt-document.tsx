import { Page, Text, View } from "@react-pdf/renderer";
import { drawable } from "@/lib/pdf/drawable";
import type { ReceiptContent } from "@/lib/applications/pdf/receipt-content";
import { ReceiptPart } from "@/lib/applications/pdf/receipt-part";
import { renderDocument } from "@/lib/pdf/render-document";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";

/** The receipt as a PDF. */
export function renderReceipt(content: ReceiptContent, at: Date): Promise<Uint8Array> {
  const { office, language } = content;
  const title = `${content.title} ${content.number}`;
  return renderDocument({ title, office, language, at, children: <Receipt content={content} /> });
}

function Receipt({ content }: { content: ReceiptContent }) {
  return (
    <Page size="LETTER" style={page}>
      <View style={head} fixed>
        <View>
          <Text style={{ ...FAMILY.display, fontSize: 11.5, color: INK.frame }}>
            {content.department}
          </Text>
          <Text style={{ fontSize: 8.6, color: INK.label }}>{content.office}</Text>
        </View>
        <View style={{ alignItems: "flex-end" }}>
          <Text style={{ ...FAMILY.semibold, fontSize: 8.6 }}>{content.number}</Text>
          <Text style={{ fontSize: 8.6, color: INK.label }}>{content.which}</Text>
        </View>
      </View>
      <Text style={{ ...FAMILY.display, fontSize: 22, lineHeight: 1.2 }}>{content.title}</Text>
      <Text style={{ fontSize: 10, marginTop: mm(1.5), lineHeight: 1.4 }}>
        {content.notCertificate}
      </Text>
      <View style={box} wrap={false}>
        {content.key.map(({ term, lines }, i) => (
          <View key={term} style={i === 0 ? cell : { ...cell, ...ruled }}>
            <Text style={{ fontSize: 7.6, color: INK.label }}>{term}</Text>
            {lines.map((line) => (
              <Text
                key={line}
                style={{ ...FAMILY.semibold, fontSize: i === 0 ? 14 : 10, lineHeight: 1.35 }}
              >
                {drawable(line)}
              </Text>
            ))}
          </View>
        ))}
      </View>
      {content.sections.map(({ title, parts }) => (
        <View key={title} style={{ marginTop: mm(6) }}>
          <Text style={sectionHead} minPresenceAhead={mm(18)}>
            {title}
          </Text>
          {parts.map((part, i) => (
            <ReceiptPart key={i} part={part} />
          ))}
        </View>
      ))}
      <View style={{ ...box, flexDirection: "column", padding: mm(3) }} wrap={false}>
        <Text style={{ ...FAMILY.semibold, fontSize: 7.6, color: INK.label }}>
          {content.fingerprintTerm}
        </Text>
        <Text style={{ fontSize: 7.8, marginTop: mm(1) }}>{content.fingerprint}</Text>
      </View>
      <View style={foot} fixed>
        <Text>{content.foot}</Text>
        <Text render={({ pageNumber, totalPages }) => content.page(pageNumber, totalPages)} />
      </View>
    </Page>
  );
}

const page = {
  ...FAMILY.regular,
  fontSize: 9.2,
  color: INK.text,
  paddingTop: mm(15),
  paddingBottom: mm(19),
  paddingHorizontal: mm(19),
} as const;

const head = {
  flexDirection: "row",
  justifyContent: "space-between",
  paddingBottom: mm(2.5),
  marginBottom: mm(6),
  borderBottomWidth: mm(0.5),
  borderColor: INK.frame,
} as const;

const box = {
  flexDirection: "row",
  marginTop: mm(5),
  borderWidth: mm(0.3),
  borderColor: INK.frame,
  backgroundColor: INK.pale,
} as const;

const cell = { flex: 1, padding: mm(3) } as const;
const ruled = { borderLeftWidth: mm(0.2), borderColor: INK.rule } as const;

const sectionHead = {
  ...FAMILY.display,
  fontSize: 12,
  color: INK.frame,
  paddingBottom: mm(1),
  borderBottomWidth: mm(0.35),
  borderColor: INK.frame,
} as const;

const foot = {
  position: "absolute",
  left: mm(19),
  right: mm(19),
  bottom: mm(10),
  flexDirection: "row",
  justifyContent: "space-between",
  paddingTop: mm(1.5),
  borderTopWidth: mm(0.2),
  borderColor: INK.rule,
  fontSize: 7.6,
  color: INK.label,
} as const;
