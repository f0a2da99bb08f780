import { Page, Text, View } from "@react-pdf/renderer";
import { formatDecimal, formatUsd, type Bilingual } from "../figures";
import type { CertificateRecord } from "../record";
import { LABELS } from "../wording";
import type { Block } from "./continuation";
import { Label } from "./label";
import { Lines } from "./lines";
import { SlipArt } from "./slip-art";
import { SlipBody } from "./slip-body";
import { SlipHead } from "./slip-head";
import { SpecimenMark } from "./specimen-mark";
import { FAMILY, INK, mm, TINY } from "./theme";
import { Stacked } from "./stacked";

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
      <View style={{ position: "absolute", left: mm(12), top: mm(10.5), width: mm(191.9), height: mm(250) }}>
        <SlipHead part={null} title={LABELS.continuation} number={record.number} />
        <SlipBody>
          <View style={{ flexDirection: "row", height: mm(13), borderBottomWidth: mm(0.2), borderColor: INK.rule }}>
            <Fact label={LABELS.issued} values={[record.issued]} />
            <Fact label={LABELS.expires} values={[`${record.expires}, 24:00 GMT / 24\u00A0h GMT`]} />
            <Fact label={LABELS.containers} values={[String(record.seals.length)]} />
            <Fact
              label={LABELS.mass}
              values={[formatDecimal(totals.carats, "en"), formatDecimal(totals.carats, "fr")]}
            />
            <Fact label={LABELS.value} values={[formatUsd(totals.usd, "en"), formatUsd(totals.usd, "fr")]} last />
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
        <View style={{ marginTop: mm(2.6), borderBottomWidth: mm(0.35), borderColor: INK.frame, paddingBottom: mm(0.6) }}>
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
              <Text style={{ ...FAMILY.regular, width: mm(5), fontSize: 6.2, color: INK.label }}>{index}</Text>
              <View style={{ flexGrow: 1 }}>
                <Lines lines={lines ?? []} />
              </View>
            </View>
          ))}
        </View>
      );
  }
}

function Fact({ label, values, last = false }: { label: Bilingual; values: string[]; last?: boolean }) {
  return (
    <View
      style={{
        paddingTop: mm(1.2),
        paddingHorizontal: mm(2.2),
        flexGrow: last ? 1 : 0,
        borderLeftWidth: label === LABELS.issued ? 0 : mm(0.2),
        borderColor: INK.rule,
      }}
    >
      <Label text={label} />
      <Stacked texts={values} style={{ ...FAMILY.semibold, fontSize: 7.6, lineHeight: 1.22 }} />
    </View>
  );
}
