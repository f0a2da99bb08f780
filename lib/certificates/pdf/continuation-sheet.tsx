import { Page, Text, View } from "@react-pdf/renderer";
import { formatDecimal, formatUsd, type Bilingual } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { LABELS } from "@/lib/certificates/record/wording";
import type { Block } from "@/lib/certificates/pdf/continuation";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import { SlipArt } from "@/lib/certificates/pdf/slip-art";
import { SlipBody } from "@/lib/certificates/pdf/slip-body";
import { SlipHead } from "@/lib/certificates/pdf/slip-head";
import { SpecimenMark } from "@/lib/certificates/pdf/specimen-mark";
import { FAMILY, INK, mm, TINY } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** A sheet for what part 1 cannot hold. It repeats number, dates and totals, so that it cannot serve another certificate. */
export function ContinuationSheet({
  record,
  blocks,
  sheet,
  sheets,
  specimen,
}: {
  record: CertificateRecord;
  blocks: Block[];
  sheet: number;
  sheets: number;
  specimen: boolean;
}) {
  const { totals } = record;
  return (
    <Page size="LETTER" style={{ ...FAMILY.regular, color: INK.text }}>
      <SlipArt areas={[{ top: 10.5, height: 247 }]} />
      <View
        style={{
          position: "absolute",
          left: mm(12),
          top: mm(10.5),
          width: mm(191.9),
          height: mm(250),
        }}
      >
        <SlipHead part={null} title={LABELS.continuation} number={record.number} />
        <SlipBody>
          <View
            style={{
              flexDirection: "row",
              height: mm(15),
              borderBottomWidth: mm(0.2),
              borderColor: INK.rule,
            }}
          >
            <Fact width={30} label={LABELS.issued} values={[record.issued]} />
            <Fact
              width={38}
              label={LABELS.expires}
              values={[record.expires, "24:00 GMT / 24\u00A0h GMT"]}
            />
            <Fact width={26} label={LABELS.containers} values={[String(record.seals.length)]} />
            <Fact
              width={38}
              label={LABELS.mass}
              values={[formatDecimal(totals.carats, "en"), formatDecimal(totals.carats, "fr")]}
            />
            <Fact
              width={59.2}
              label={LABELS.value}
              values={[formatUsd(totals.usd, "en"), formatUsd(totals.usd, "fr")]}
            />
          </View>
          <View style={{ paddingHorizontal: mm(3), paddingTop: mm(1) }}>
            {blocks.map((block, i) => (
              <View key={i} style={{ height: block.height }}>
                <Strip block={block} />
              </View>
            ))}
          </View>
        </SlipBody>
        <View style={{ flexDirection: "row", justifyContent: "flex-end", paddingTop: mm(1) }}>
          <Text style={TINY}>
            {`${LABELS.continuation.en} ${sheet} of ${sheets} / ${LABELS.continuation.fr} ${sheet} de ${sheets}`}
          </Text>
        </View>
      </View>
      {specimen ? <SpecimenMark /> : null}
    </Page>
  );
}

function Strip({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return (
        <View
          style={{
            marginTop: mm(2.6),
            borderBottomWidth: mm(0.35),
            borderColor: INK.frame,
            paddingBottom: mm(0.6),
          }}
        >
          <Label text={block.label} colour={INK.frame} />
        </View>
      );
    case "line":
      return <Lines lines={[block.line]} />;
    case "seals":
      return (
        <View style={{ flexDirection: "row", height: block.height }}>
          {block.places.map(({ index, lines }) => (
            <View key={index} style={{ width: "25%", flexDirection: "row", alignItems: "center" }}>
              <Text style={{ ...FAMILY.regular, width: mm(5), fontSize: 6.2, color: INK.label }}>
                {index}
              </Text>
              <View style={{ flexGrow: 1 }}>
                <Lines lines={lines ?? []} />
              </View>
            </View>
          ))}
        </View>
      );
  }
}

function Fact({ width, label, values }: { width: number; label: Bilingual; values: string[] }) {
  return (
    <View
      style={{
        width: mm(width),
        paddingTop: mm(1.2),
        paddingHorizontal: mm(2.2),
        borderLeftWidth: label === LABELS.issued ? 0 : mm(0.2),
        borderColor: INK.rule,
      }}
    >
      <Label text={label} stack />
      <Stacked texts={values} style={{ ...FAMILY.semibold, fontSize: 7.6, lineHeight: 1.22 }} />
    </View>
  );
}
