import { MarkedText } from "@/components/record/marked-text";
import { readMarkup } from "@/lib/texts/markup";

/** A text that the office answers for, from the Markdown in which it is kept. Only on the server. */
export function PortalText({ text, lang }: { text: string; lang?: string }) {
  return <MarkedText text={readMarkup(text)} {...(lang === undefined ? {} : { lang })} />;
}
