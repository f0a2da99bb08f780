import "server-only";
import { editGoods, linePlace } from "./edit-goods";
import type { Edit } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import type { Answers, TariffLine } from "@/lib/applications/answers";
import { readLines } from "@/lib/applications/paste/lines";
import { pasteField } from "@/lib/applications/paste/pasted";
import { totalsOf } from "@/lib/applications/totals";
import { todayInOttawa } from "@/lib/clock";
import { limits } from "@/lib/forms/limits";
import { getReference } from "@/lib/reference/queries";

/** What the buttons of the tariff lines do, and the lines that were pasted; as with the origin rows. */
export const editOrPasteLines: Edit<"goods"> = async (answers, intent, _before, press) => {
  const edited = editGoods(answers, intent, press.typed);
  const text = press.typed[pasteField] ?? "";
  if (text.trim() === "" && intent !== "paste:lines") return edited;
  const kept = edited?.answers ?? answers;
  const lines = (kept.hsLines ?? []).filter((line) => !isFilledIn(line, press.application.answers));
  const { subheadings } = await getReference(todayInOttawa());
  const room = limits.hsLines - lines.length;
  const pasted = readLines(text, { locale: press.locale, subheadings, room });
  if (!pasted.ok) return { problems: pasted.problems };
  return {
    answers: { ...kept, hsLines: [...lines, ...pasted.rows] },
    place: linePlace(lines.length),
  };
};

/** The line that the page fills in with the totals of the origin rows, as long as nobody touched it. */
function isFilledIn({ subheading, carats, usd }: TariffLine, { origin }: Answers): boolean {
  const totals = totalsOf(origin?.origins ?? []);
  const own = [carats ?? totals.carats, usd ?? totals.usd];
  return !subheading && own[0] === totals.carats && own[1] === totals.usd;
}
