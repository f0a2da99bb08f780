import { Path, Svg, Text, View } from "@react-pdf/renderer";
import { bothLanguages, type Bilingual } from "@/lib/certificates/record/figures";
import { OnBlank, Ruled } from "@/lib/certificates/pdf/blank";
import { artPaths } from "@/lib/certificates/pdf/art-paths";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** Bar with part, title and number, above a woven strip. `part` is null on continuation sheets. */
export function SlipHead({
  part,
  title,
  number,
}: {
  part: number | null;
  title: Bilingual;
  number: string;
}) {
  return (
    <>
      <Ruled
        style={{
          height: mm(12.4),
          flexDirection: "row",
          alignItems: "center",
          paddingHorizontal: mm(3),
          backgroundColor: INK.frame,
        }}
      >
        {part === null ? null : (
          <View style={{ width: mm(15) }}>
            <OnBlank>
              <Stacked
                texts={[`Part ${part}`, `Partie ${part}`]}
                style={{ ...FAMILY.semibold, fontSize: 6.4, lineHeight: 1.3, color: "#ffffff" }}
              />
            </OnBlank>
          </View>
        )}
        <View style={{ flexGrow: 1 }}>
          <OnBlank>
            <Text style={{ ...FAMILY.display, fontSize: 14.5, lineHeight: 1.2, color: "#ffffff" }}>
              {bothLanguages(title)}
            </Text>
          </OnBlank>
        </View>
        <Ruled
          style={{
            height: mm(7.6),
            paddingHorizontal: mm(2.6),
            justifyContent: "center",
            backgroundColor: "#ffffff",
          }}
        >
          <Text
            style={{
              ...FAMILY.display,
              fontSize: 15,
              lineHeight: 1.2,
              letterSpacing: 1,
              color: INK.red,
            }}
          >
            {number}
          </Text>
        </Ruled>
      </Ruled>
      <Ruled
        style={{
          height: mm(4.2),
          borderWidth: mm(0.35),
          borderTopWidth: 0,
          borderColor: INK.frame,
          backgroundColor: "#ffffff",
          overflow: "hidden",
        }}
      >
        <OnBlank>
          <Svg
            viewBox="0 0 191.9 4.2"
            style={{
              position: "absolute",
              left: -mm(0.35),
              top: 0,
              width: mm(191.9),
              height: mm(4.2),
            }}
          >
            <Path d={artPaths().strip} fill="none" stroke={INK.frame} strokeWidth={0.11} />
          </Svg>
        </OnBlank>
      </Ruled>
    </>
  );
}
