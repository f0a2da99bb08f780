import { Text, View } from "@react-pdf/renderer";
import { bothLanguages } from "@/lib/certificates/record/figures";
import { LABELS } from "@/lib/certificates/record/wording";
import { FAMILY, INK, mm, SHEET } from "@/lib/pdf/theme";

/** The word across the sheet and the red bar at its foot, on every sheet of a specimen. */
export function SpecimenMark({ framed = false }: { framed?: boolean }) {
  return (
    <>
      <Text
        style={{
          ...FAMILY.display,
          position: "absolute",
          left: -mm(40),
          top: mm(118),
          width: mm(SHEET.width + 80),
          fontSize: 104,
          lineHeight: 1.2,
          letterSpacing: mm(5),
          textAlign: "center",
          color: INK.red,
          opacity: 0.15,
          transform: "rotate(-42deg)",
        }}
      >
        SPECIMEN
      </Text>
      <View
        style={{
          position: "absolute",
          left: mm(62),
          top: framed ? mm(265.7) : mm(271),
          width: mm(91.9),
          height: mm(5),
          backgroundColor: INK.red,
        }}
      >
        <Text
          style={{
            ...FAMILY.display,
            marginTop: mm(0.7),
            fontSize: 8.2,
            lineHeight: 1.2,
            letterSpacing: 0.4,
            textAlign: "center",
            color: "#ffffff",
          }}
        >
          {bothLanguages(LABELS.specimen)}
        </Text>
      </View>
    </>
  );
}
