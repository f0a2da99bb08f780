import { Text, View } from "@react-pdf/renderer";
import { LABELS } from "@/lib/certificates/record/wording";
import { artPaths } from "@/lib/certificates/pdf/art-paths";
import { Lines } from "@/lib/certificates/pdf/lines";
import type { Plan } from "@/lib/certificates/pdf/plan";
import { Strike } from "@/lib/certificates/pdf/strike";
import { FAMILY, INK, mm } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

/** The numbered places for seals on part 1. */
export function SealPlaces({ places }: { places: Plan["seals"] }) {
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", marginTop: mm(0.5) }}>
      {places.map((place, i) => (
        <View
          key={i}
          style={{ width: "25%", height: mm(4.9), flexDirection: "row", alignItems: "center" }}
        >
          {place && "more" in place ? null : (
            <Text style={{ ...FAMILY.regular, width: mm(3.4), fontSize: 6.2, color: INK.label }}>
              {i + 1}
            </Text>
          )}
          {place === null ? (
            <Strike d={artPaths().strikePlace} width={24} />
          ) : "more" in place ? (
            <Small
              texts={[LABELS.onContinuation.en, LABELS.onContinuation.fr].map(
                (t) => `+ ${place.more} ${t}`,
              )}
            />
          ) : place.lines === null ? (
            <Small texts={[LABELS.continuation.en, LABELS.continuation.fr]} />
          ) : (
            <View style={{ flexGrow: 1 }}>
              <Lines lines={place.lines} />
            </View>
          )}
        </View>
      ))}
    </View>
  );
}

function Small({ texts }: { texts: string[] }) {
  return <Stacked texts={texts} style={{ ...FAMILY.semibold, fontSize: 5.8, lineHeight: 1.15 }} />;
}
