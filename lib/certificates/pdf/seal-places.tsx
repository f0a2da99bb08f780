import { Text, View } from "@react-pdf/renderer";
import { LABELS } from "../wording";
import { artPaths } from "./art-paths";
import { Lines } from "./lines";
import type { Plan } from "./plan";
import { Strike } from "./strike";
import { FAMILY, INK, mm } from "./theme";
import { Stacked } from "./stacked";

/** The numbered places for seals on part 1. */
export function SealPlaces({ places }: { places: Plan["seals"] }) {
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", marginTop: mm(0.5) }}>
      {places.map((place, i) => (
        <View key={i} style={{ width: "25%", height: mm(4.9), flexDirection: "row", alignItems: "center" }}>
          <Text style={{ ...FAMILY.regular, width: mm(3.4), fontSize: 6.2, color: INK.label }}>
            {place && "more" in place ? "" : i + 1}
          </Text>
          {place === null ? (
            <Strike d={artPaths().strikePlace} width={24} />
          ) : "more" in place ? (
            <Small texts={[LABELS.onContinuation.en, LABELS.onContinuation.fr].map((t) => `+ ${place.more} ${t}`)} />
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
