import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { bothLanguages } from "@/lib/certificates/record/figures";
import { NO_OFFSET, type Offset } from "@/lib/certificates/pdf/offset";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { ACT, AUTHORITY, LABELS } from "@/lib/certificates/record/wording";
import { artPaths } from "@/lib/certificates/pdf/art-paths";
import { CertificateArt } from "@/lib/certificates/pdf/certificate-art";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { CertificateHead } from "@/lib/certificates/pdf/certificate-head";
import { GoodsTable } from "@/lib/certificates/pdf/goods-table";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { lowerPart } from "@/lib/certificates/pdf/boxes";
import { CheckCode, QrPanel } from "@/lib/certificates/pdf/qr-panel";
import type { QrCode } from "@/lib/certificates/pdf/qr";
import { SealPlaces } from "@/lib/certificates/pdf/seal-places";
import { SignatureBlock } from "@/lib/certificates/pdf/signature-block";
import { SpecimenMark } from "@/lib/certificates/pdf/specimen-mark";
import { Strike } from "@/lib/certificates/pdf/strike";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** Sheet 1: the certificate itself. Boxes are fixed and never move with their values. */
export function PartOne({
  record,
  plan,
  code,
  address,
  specimen,
  offset = NO_OFFSET,
  children,
}: {
  record: CertificateRecord;
  plan: Plan;
  code: QrCode;
  /** What the code holds. */
  address: string;
  specimen: boolean;
  offset?: Offset | undefined;
  /** Drawn over the sheet. */
  children?: ReactNode;
}) {
  const lower = lowerPart(code.side);
  const check = <CheckCode code={record.checkCode} address={plan.checkAt} />;
  return (
    <Page size="LETTER" style={{ ...FAMILY.regular, color: INK.text }}>
      <OnBlank>
        <CertificateArt />
      </OnBlank>
      <View
        style={{
          position: "absolute",
          left: mm(21 + offset.right),
          top: mm(19.6 + offset.down),
          width: mm(173.9),
          height: mm(240.6),
        }}
      >
        <CertificateHead record={record} />
        <Ruled style={{ ...section, height: mm(36) }}>
          <View style={{ ...cell, width: mm(86.95) }}>
            <Label text={LABELS.exporter} />
            <View style={{ marginTop: mm(0.5) }}>
              <Lines lines={plan.exporter} />
            </View>
          </View>
          <Ruled style={{ ...cell, ...divided, width: mm(86.95) }}>
            <Label text={LABELS.consignee} />
            <View style={{ marginTop: mm(0.5) }}>
              <Lines lines={plan.consignee} />
            </View>
          </Ruled>
        </Ruled>
        <Ruled style={{ ...section, height: mm(13.6) }}>
          <View style={{ ...cell, width: mm(50) }}>
            <Label text={LABELS.origin} />
            {plan.origin.length > 0 ? (
              <Lines lines={plan.origin} />
            ) : (
              <View style={{ marginTop: mm(2) }}>
                <Strike d={artPaths().strikeValue} width={40} />
              </View>
            )}
          </View>
          <Ruled style={{ ...cell, ...divided, width: mm(68) }}>
            <Label text={LABELS.destination} />
            <Lines lines={plan.destination} />
          </Ruled>
          <Ruled style={{ ...cell, ...divided, width: mm(55.9) }}>
            <Label text={LABELS.authority} />
            <Stacked
              texts={[AUTHORITY.en, AUTHORITY.fr]}
              style={{ ...FAMILY.semibold, fontSize: 9, lineHeight: 1.2 }}
            />
          </Ruled>
        </Ruled>
        <GoodsTable plan={plan} />
        <Ruled style={{ ...section, height: mm(15.8) }}>
          <Count label={LABELS.containers} width={24} count={record.seals.length} />
          <Count label={LABELS.parcels} width={20} count={record.parcels} divide />
          <Ruled style={{ ...cell, ...divided, width: mm(129.9) }}>
            <Label text={LABELS.seals} />
            <SealPlaces places={plan.seals} />
          </Ruled>
        </Ruled>
        <View style={{ flexGrow: 1, flexDirection: "row" }}>
          <View style={{ width: mm(lower.left) }}>
            <Ruled
              style={{
                height: mm(lower.notes),
                paddingTop: mm(1.2),
                paddingHorizontal: mm(2.5),
                borderBottomWidth: mm(0.2),
                borderColor: INK.rule,
              }}
            >
              <Label text={LABELS.notes} />
              <View style={{ marginTop: mm(0.7) }}>
                <Lines lines={plan.notes} />
              </View>
            </Ruled>
            {lower.strip > 0 ? (
              <Ruled style={{ ...section, height: mm(lower.strip), justifyContent: "center" }}>
                {check}
              </Ruled>
            ) : null}
            <SignatureBlock
              signatory={specimen ? [] : plan.signatory}
              number={record.number}
              width={lower.signature}
            />
          </View>
          <View style={{ width: mm(lower.right), paddingTop: mm(0.8), paddingLeft: mm(3) }}>
            <QrPanel code={code} address={address} />
            {lower.strip > 0 ? null : check}
          </View>
        </View>
        <OnBlank>
          <View style={foot}>
            <Text>{bothLanguages(ACT)}</Text>
            <Text>Part 1 of 3 / Partie 1 de 3</Text>
          </View>
        </OnBlank>
      </View>
      {specimen ? <SpecimenMark framed /> : null}
      {children}
    </Page>
  );
}

const section = {
  flexDirection: "row",
  borderBottomWidth: mm(0.2),
  borderColor: INK.rule,
} as const;
const cell = { paddingTop: mm(1.2), paddingHorizontal: mm(2.5) };
const divided = { borderLeftWidth: mm(0.2), borderColor: INK.rule };
const foot = {
  ...FAMILY.regular,
  height: mm(4.6),
  flexDirection: "row",
  justifyContent: "space-between",
  paddingTop: mm(1),
  borderTopWidth: mm(0.2),
  borderColor: INK.rule,
  fontSize: 5.8,
  lineHeight: 1.25,
  color: INK.label,
} as const;

function Count({
  label,
  width,
  count,
  divide = false,
}: {
  label: { en: string; fr: string };
  width: number;
  count: number;
  divide?: boolean;
}) {
  return (
    <Ruled style={{ ...cell, ...(divide ? divided : {}), width: mm(width) }}>
      <Label text={label} stack />
      <Text style={{ ...FAMILY.bold, fontSize: 13, lineHeight: 1.15, marginTop: mm(0.4) }}>
        {count}
      </Text>
    </Ruled>
  );
}
