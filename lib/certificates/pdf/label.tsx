import { View } from "@react-pdf/renderer";
import { bothLanguages, type Bilingual } from "@/lib/certificates/record/figures";
import { useBlank } from "@/lib/certificates/pdf/blank";
import { FAMILY, INK } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

const SIZE = 6.4;
const LEAD = 1.25;

/** A label in both languages, at one size and colour: on one line, or stacked. */
export function Label({
  text,
  stack = false,
  align = "left",
  colour = INK.label,
}: {
  text: Bilingual;
  stack?: boolean;
  align?: "left" | "right" | "center";
  colour?: string;
}) {
  const texts = stack && text.en !== text.fr ? [text.en, text.fr] : [bothLanguages(text)];
  if (!useBlank()) return <View style={{ height: texts.length * SIZE * LEAD }} />;
  return (
    <Stacked
      texts={texts}
      style={{
        ...FAMILY.semibold,
        fontSize: SIZE,
        lineHeight: LEAD,
        color: colour,
        textAlign: align,
      }}
    />
  );
}
