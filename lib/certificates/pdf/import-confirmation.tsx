import { Text, View } from "@react-pdf/renderer";
import { bothLanguages, type Bilingual } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import { LABELS, SLIPS } from "@/lib/certificates/record/wording";
import { officeEmail } from "@/lib/office";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { DateBoxes } from "@/lib/certificates/pdf/date-boxes";
import type { Line } from "@/lib/pdf/fit";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { SlipBody } from "@/lib/certificates/pdf/slip-body";
import { SlipHead } from "@/lib/certificates/pdf/slip-head";
import { StampPlace } from "@/lib/certificates/pdf/stamp-place";
import { FAMILY, INK, mm, TINY } from "@/lib/pdf/theme";
import { WriteOn } from "@/lib/certificates/pdf/write-on";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** Part 3: what the importing authority fills in and returns (KPCS, Annex I(B)). */
export function ImportConfirmation({ record, plan }: { record: CertificateRecord; plan: Plan }) {
  const { confirmation } = plan;
  return (
    <>
      <SlipHead part={3} title={SLIPS.importConfirmation} number={record.number} />
      <SlipBody>
        <Ruled style={{ flexDirection: "row", height: mm(9.2), ...under }}>
          <OnBlank>
            <Text style={instruction}>{SLIPS.importInstruction.en}</Text>
            <Text style={{ ...instruction, ...beside }}>{SLIPS.importInstruction.fr}</Text>
          </OnBlank>
        </Ruled>
        <View style={{ flexDirection: "row", flexGrow: 1 }}>
          <View style={{ width: mm(129) }}>
            <Ruled style={{ ...row, height: mm(8), backgroundColor: "#e4ecea" }}>
              <View style={{ ...certified, marginLeft: mm(39) }}>
                <Label text={SLIPS.asCertified} stack />
              </View>
              <View style={{ paddingLeft: mm(2) }}>
                <Label text={SLIPS.asReceived} stack />
              </View>
            </Ruled>
            <Compared label={LABELS.mass} lines={confirmation.mass} />
            <Compared label={LABELS.value} lines={confirmation.value} />
            <Compared label={LABELS.hs} lines={confirmation.hs} />
            <Compared label={SLIPS.parcelsContainers} lines={confirmation.parcels} />
            <Compared label={LABELS.consigneeCountry} lines={confirmation.country} height={11} />
            <View
              style={{
                flexGrow: 1,
                justifyContent: "space-between",
                ...cell,
                paddingBottom: mm(1.6),
              }}
            >
              <View>
                <Label text={SLIPS.importer} />
                <Lines lines={confirmation.importer} />
              </View>
              <OnBlank>
                <View style={{ flexDirection: "row", alignItems: "flex-end" }}>
                  <View style={{ width: mm(22) }}>
                    <Stacked texts={[SLIPS.ifDifferent.en, SLIPS.ifDifferent.fr]} style={TINY} />
                  </View>
                  <View
                    style={{ flexGrow: 1, borderBottomWidth: mm(0.3), borderColor: "#222222" }}
                  />
                </View>
              </OnBlank>
            </View>
            <OnBlank>
              <View
                style={{ height: mm(24), ...cell, borderTopWidth: mm(0.2), borderColor: INK.rule }}
              >
                <Label text={SLIPS.differences} />
                <View style={{ height: mm(8.6), ...under }} />
                <View style={{ height: mm(8.4), ...under }} />
              </View>
            </OnBlank>
          </View>
          <OnBlank>
            <OnReceipt />
          </OnBlank>
        </View>
      </SlipBody>
      <OnBlank>
        <View style={{ flexDirection: "row", justifyContent: "space-between", paddingTop: mm(1) }}>
          <Text style={TINY}>{`${bothLanguages(SLIPS.returnTo)}\u00A0: ${officeEmail}`}</Text>
          <Text style={TINY}>Part 3 of 3 / Partie 3 de 3</Text>
        </View>
      </OnBlank>
    </>
  );
}

/** What the importing authority writes beside, and where it stamps and signs. */
function OnReceipt() {
  return (
    <View
      style={{
        flexGrow: 1,
        ...beside,
        paddingTop: mm(1.4),
        paddingHorizontal: mm(2.2),
        paddingBottom: mm(1.6),
      }}
    >
      <Label text={SLIPS.dateOfReceipt} />
      <DateBoxes />
      <View style={{ flexDirection: "row", alignItems: "center", marginVertical: mm(1.8) }}>
        <View style={{ width: mm(20) }}>
          <Label text={SLIPS.sealsIntact} stack />
        </View>
        <Tick text={SLIPS.yes} />
        <Tick text={SLIPS.no} />
      </View>
      <StampPlace width={58.6}>
        <Label text={SLIPS.importStamp} stack align="center" />
      </StampPlace>
      <WriteOn height={8}>
        <Label text={SLIPS.nameAndTitle} />
      </WriteOn>
      <WriteOn height={8}>
        <Label text={SLIPS.signature} />
      </WriteOn>
    </View>
  );
}

const under = { borderBottomWidth: mm(0.2), borderColor: INK.rule };
const beside = { borderLeftWidth: mm(0.2), borderColor: INK.rule };
const cell = { paddingTop: mm(1), paddingHorizontal: mm(2.5) };
const row = { height: mm(8.1), flexDirection: "row", alignItems: "center", ...under } as const;
const certified = { width: mm(49), paddingLeft: mm(2) };
const instruction = {
  ...FAMILY.regular,
  width: mm(95.6),
  paddingTop: mm(1.3),
  paddingHorizontal: mm(2.5),
  fontSize: 7.1,
  lineHeight: 1.3,
} as const;

function Compared({
  label,
  lines,
  height = 8.1,
}: {
  label: Bilingual;
  lines: Line[];
  height?: number;
}) {
  return (
    <Ruled style={{ ...row, height: mm(height) }}>
      <View style={{ width: mm(39), paddingLeft: mm(2) }}>
        <Label text={label} stack />
      </View>
      <View style={certified}>
        <Lines lines={lines} />
      </View>
      <Ruled style={{ ...beside, flexGrow: 1, alignSelf: "stretch", backgroundColor: "#ffffff" }} />
    </Ruled>
  );
}

function Tick({ text }: { text: Bilingual }) {
  return (
    <View style={{ flexDirection: "row", alignItems: "center", width: mm(17.5) }}>
      <View
        style={{
          width: mm(3.6),
          height: mm(3.6),
          marginRight: mm(1.4),
          borderWidth: mm(0.3),
          borderColor: INK.frame,
          backgroundColor: "#ffffff",
        }}
      />
      <Text style={{ ...FAMILY.regular, fontSize: 7, lineHeight: 1.25 }}>
        {bothLanguages(text)}
      </Text>
    </View>
  );
}
