import { Text, View } from "@react-pdf/renderer";
import { formatLongDate } from "@/lib/certificates/record/figures";
import type { CertificateRecord } from "@/lib/certificates/record/record";
import {
  AUTHORITY,
  END_OF_DAY,
  LABELS,
  OFFICE,
  STATEMENT,
  TITLE,
} from "@/lib/certificates/record/wording";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { Label } from "@/lib/certificates/pdf/label";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

const [TITLE_EN = "", TITLE_FR = ""] = TITLE.split("/");
const hairline = { borderColor: INK.rule, borderLeftWidth: mm(0.2) };

/** Authority, title and statement of the Regulations, then number and dates. */
export function CertificateHead({ record }: { record: CertificateRecord }) {
  return (
    <>
      <View style={{ height: mm(9.6), flexDirection: "row", justifyContent: "space-between" }}>
        <OnBlank>
          <Authority language="en" />
          <Authority language="fr" />
        </OnBlank>
      </View>
      <View style={{ height: mm(18.6) }}>
        <OnBlank>
          <Text style={title}>
            {TITLE_EN}
            <Text style={{ color: INK.rule }}>/</Text>
          </Text>
          <Text style={title}>{TITLE_FR}</Text>
        </OnBlank>
      </View>
      <View style={{ height: mm(15.4), flexDirection: "row" }}>
        <OnBlank>
          <Text style={statement}>{STATEMENT.en}</Text>
          <View style={{ ...hairline, height: mm(13.4) }} />
          <Text style={statement}>{STATEMENT.fr}</Text>
        </OnBlank>
      </View>
      <Ruled
        style={{
          height: mm(17.2),
          flexDirection: "row",
          borderTopWidth: mm(0.5),
          borderBottomWidth: mm(0.5),
          borderColor: INK.frame,
          backgroundColor: "rgba(255,255,255,0.72)",
        }}
      >
        <View style={{ flexGrow: 1, paddingTop: mm(1), paddingLeft: mm(3) }}>
          <Label text={LABELS.number} />
          <Text
            style={{
              ...FAMILY.display,
              fontSize: 25,
              lineHeight: 1.15,
              letterSpacing: 1.7,
              color: INK.red,
            }}
          >
            {record.number}
          </Text>
        </View>
        <DateCell width={46} label={LABELS.issued} date={record.issued} />
        <DateCell width={50} label={LABELS.expires} date={record.expires} end />
      </Ruled>
    </>
  );
}

const title = {
  ...FAMILY.display,
  fontSize: 20.5,
  lineHeight: 1.12,
  color: INK.frame,
  textAlign: "center",
} as const;

const statement = {
  ...FAMILY.regular,
  width: mm(86.8),
  paddingHorizontal: mm(3),
  fontSize: 7.9,
  lineHeight: 1.28,
  color: INK.text,
  textAlign: "center",
} as const;

function Authority({ language }: { language: "en" | "fr" }) {
  const align = { textAlign: language === "en" ? "left" : "right", color: INK.frame } as const;
  return (
    <View style={{ width: mm(64) }}>
      <Text style={{ ...FAMILY.display, ...align, fontSize: 9.4, lineHeight: 1.3 }}>
        {AUTHORITY[language]}
      </Text>
      <Text style={{ ...FAMILY.regular, ...align, fontSize: 7.4, lineHeight: 1.3 }}>
        {OFFICE[language]}
      </Text>
    </View>
  );
}

function DateCell({
  width,
  label,
  date,
  end = false,
}: {
  width: number;
  label: { en: string; fr: string };
  date: string;
  end?: boolean;
}) {
  const inWords = (language: "en" | "fr"): string =>
    formatLongDate(date, language) + (end ? END_OF_DAY[language] : "");
  return (
    <Ruled style={{ ...hairline, width: mm(width), paddingTop: mm(1), paddingLeft: mm(3) }}>
      <Label text={label} />
      <Text
        style={{
          ...FAMILY.display,
          fontSize: 15,
          lineHeight: 1.12,
          letterSpacing: 0.3,
          color: INK.frame,
        }}
      >
        {date}
      </Text>
      <Stacked
        texts={[inWords("en"), inWords("fr")]}
        style={{ ...FAMILY.regular, fontSize: 6.4, lineHeight: 1.25, color: INK.text }}
      />
    </Ruled>
  );
}
