import { bothLanguages, type Bilingual } from "@/lib/certificates/figures";
import { FAMILY, INK } from "@/lib/pdf/theme";
import { Stacked } from "@/lib/certificates/pdf/stacked";

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
  return (
    <Stacked
      texts={texts}
      style={{
        ...FAMILY.semibold,
        fontSize: 6.4,
        lineHeight: 1.25,
        color: colour,
        textAlign: align,
      }}
    />
  );
}
