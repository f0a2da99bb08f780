import { Text, View } from "@react-pdf/renderer";
import { bothLanguages } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import {
  EXPORT_INSTRUCTION,
  LABELS,
  OFFICE,
  OFFICE_ADDRESS,
  SLIPS,
} from "@/lib/certificates/record/wording";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { DateBoxes } from "@/lib/certificates/pdf/date-boxes";
import { Label } from "@/lib/certificates/pdf/label";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { SlipBody } from "@/lib/certificates/pdf/slip-body";
import { SlipHead } from "@/lib/certificates/pdf/slip-head";
import { StampPlace } from "@/lib/certificates/pdf/stamp-place";
import { FAMILY, INK, mm, TINY } from "@/lib/pdf/theme";
import { WriteOn } from "@/lib/certificates/pdf/write-on";

/** Part 2: what the exporter shows to customs and sends to the Minister within seven days (SOR/2003-15, s. 7). */
export function ExportReport({ record, plan }: { record: CertificateRecord; plan: Plan }) {
  const { report } = plan;
  return (
    <>
      <SlipHead part={2} title={SLIPS.exportReport} number={record.number} />
      <SlipBody>
        <Ruled style={{ flexDirection: "row", height: mm(12.4), ...under }}>
          <OnBlank>
            <Instruction runs={EXPORT_INSTRUCTION.en} />
            <View style={beside}>
              <Instruction runs={EXPORT_INSTRUCTION.fr} />
            </View>
          </OnBlank>
        </Ruled>
        <Ruled style={{ flexDirection: "row", height: mm(33), ...under }}>
          <View style={{ ...cell, width: mm(95.6) }}>
            <Label text={LABELS.exporter} />
            <View style={{ marginTop: mm(0.4) }}>
              <Lines lines={report.exporter} />
            </View>
          </View>
          <Ruled style={{ ...cell, ...beside, width: mm(95.6) }}>
            <Label text={LABELS.consignee} />
            <View style={{ marginTop: mm(0.4) }}>
              <Lines lines={report.consignee} />
            </View>
          </Ruled>
        </Ruled>
        <Ruled style={{ flexDirection: "row", height: mm(10.4), ...under }}>
          <View style={{ ...cell, width: mm(50) }}>
            <Label text={LABELS.mass} />
            <Lines lines={report.mass} />
          </View>
          <Ruled style={{ ...cell, ...beside, width: mm(108.2) }}>
            <Label text={LABELS.destination} />
            <Lines lines={report.destination} />
          </Ruled>
          <Ruled style={{ ...cell, ...beside, flexGrow: 1 }}>
            <Label text={LABELS.containers} />
            <Text style={{ ...FAMILY.semibold, fontSize: 8.4, lineHeight: 1.22 }}>
              {record.seals.length}
            </Text>
          </Ruled>
        </Ruled>
        <OnBlank>
          <ByHand />
        </OnBlank>
      </SlipBody>
      <OnBlank>
        <View style={{ flexDirection: "row", justifyContent: "space-between", paddingTop: mm(1) }}>
          <Text style={TINY}>{`${bothLanguages(OFFICE)}, ${OFFICE_ADDRESS}`}</Text>
          <Text style={TINY}>Part 2 of 3 / Partie 2 de 3</Text>
        </View>
      </OnBlank>
    </>
  );
}

/** What the exporter and customs write, and where they stamp. */
function ByHand() {
  return (
    <View style={{ flexDirection: "row", flexGrow: 1 }}>
      <View style={{ width: mm(132) }}>
        <View style={{ flexDirection: "row", height: mm(17), ...cell, ...under }}>
          <View style={{ width: mm(66) }}>
            <Label text={SLIPS.dateOfExport} />
            <DateBoxes />
          </View>
          <View style={{ flexGrow: 1 }}>
            <Label text={SLIPS.customsOffice} />
            <WriteOn height={9.6} />
          </View>
        </View>
        <View
          style={{
            ...cell,
            flexGrow: 1,
            justifyContent: "space-between",
            paddingBottom: mm(1.6),
          }}
        >
          <View style={{ flexDirection: "row" }}>
            <Text style={{ ...prose, width: mm(62) }}>{SLIPS.attestation.en}</Text>
            <Text style={{ ...prose, width: mm(62), marginLeft: mm(3) }}>
              {SLIPS.attestation.fr}
            </Text>
          </View>
          <View style={{ flexDirection: "row", justifyContent: "space-between" }}>
            <WriteOn width={46}>
              <Label text={SLIPS.printedName} stack />
            </WriteOn>
            <WriteOn width={46}>
              <Label text={SLIPS.exporterSignature} stack />
            </WriteOn>
            <WriteOn width={27}>
              <Label text={SLIPS.dateSigned} stack />
            </WriteOn>
          </View>
        </View>
      </View>
      <View style={{ flexGrow: 1, padding: mm(2), ...beside }}>
        <StampPlace width={54.8}>
          <Label text={SLIPS.customsStamp} stack align="center" />
        </StampPlace>
      </View>
    </View>
  );
}

const under = { borderBottomWidth: mm(0.2), borderColor: INK.rule };
const beside = { borderLeftWidth: mm(0.2), borderColor: INK.rule };
const cell = { paddingTop: mm(1.2), paddingHorizontal: mm(2.5) };
const prose = { ...FAMILY.regular, fontSize: 7.1, lineHeight: 1.28 } as const;

function Instruction({
  runs: [before, limit, after],
}: {
  runs: readonly [string, string, string];
}) {
  return (
    <View style={{ width: mm(95.4), paddingTop: mm(1.3), paddingHorizontal: mm(2.5) }}>
      <Text style={{ ...FAMILY.regular, fontSize: 7.1, lineHeight: 1.3 }}>
        {before}
        <Text style={FAMILY.semibold}>{limit}</Text>
        {after}
      </Text>
    </View>
  );
}
