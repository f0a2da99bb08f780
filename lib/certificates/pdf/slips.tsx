import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { bothLanguages } from "@/lib/certificates/record/figures";
import { NO_OFFSET, type Offset } from "@/lib/certificates/pdf/offset";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { SLIPS } from "@/lib/certificates/record/wording";
import { OnBlank } from "@/lib/certificates/pdf/blank";
import { ExportReport } from "@/lib/certificates/pdf/export-report";
import { ImportConfirmation } from "@/lib/certificates/pdf/import-confirmation";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { SlipArt } from "@/lib/certificates/pdf/slip-art";
import { SpecimenMark } from "@/lib/certificates/pdf/specimen-mark";
import { FAMILY, INK, mm, SHEET } from "@/lib/pdf/theme";

const AREAS = [
  { top: 10.5, height: 119.5 },
  { top: 146, height: 119.5 },
];

/** Sheet 2: the export report above the import confirmation, to be detached at 139.7 mm. */
export function Slips({
  record,
  plan,
  specimen,
  offset = NO_OFFSET,
  children,
}: {
  record: CertificateRecord;
  plan: Plan;
  specimen: boolean;
  offset?: Offset | undefined;
  /** Drawn over the sheet. */
  children?: ReactNode;
}) {
  const slip = { ...place, left: mm(12 + offset.right) };
  return (
    <Page size="LETTER" style={{ ...FAMILY.regular, color: INK.text }}>
      <OnBlank>
        <SlipArt areas={AREAS} />
        <Fold />
      </OnBlank>
      <View style={{ ...slip, top: mm(10.5 + offset.down) }}>
        <ExportReport record={record} plan={plan} />
      </View>
      <View style={{ ...slip, top: mm(146 + offset.down) }}>
        <ImportConfirmation record={record} plan={plan} />
      </View>
      {specimen ? <SpecimenMark /> : null}
      {children}
    </Page>
  );
}

/** Where parts 2 and 3 are detached from each other. */
function Fold() {
  return (
    <>
      <View
        style={{
          position: "absolute",
          left: 0,
          top: mm(139.7),
          width: mm(SHEET.width),
          borderTopWidth: mm(0.3),
          borderStyle: "dashed",
          borderColor: "#555555",
        }}
      />
      <View
        style={{
          position: "absolute",
          left: 0,
          top: mm(138.2),
          width: mm(SHEET.width),
          alignItems: "center",
        }}
      >
        <View style={{ backgroundColor: "#ffffff", paddingHorizontal: mm(2) }}>
          <Text style={{ ...FAMILY.regular, fontSize: 5.8, lineHeight: 1.3, color: "#333333" }}>
            {bothLanguages(SLIPS.detach)}
          </Text>
        </View>
      </View>
    </>
  );
}

const place = { position: "absolute", width: mm(191.9), height: mm(123.5) } as const;
