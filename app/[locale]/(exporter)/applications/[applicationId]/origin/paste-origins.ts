import "server-only";
import { rowPlace } from "./edit-origin";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import type { Edit } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { readOrigins } from "@/lib/applications/paste/origins";
import { pasteField } from "@/lib/applications/paste/pasted";
import { limits } from "@/lib/forms/limits";

/**
 * What the buttons of the origin rows do, and the rows that were pasted: they come after those that are
 * there. What was pasted is never lost: whichever button is pressed, it is added and shown, or it stays.
 */
export const withPasted =
  (edit: Edit<"origin">): Edit<"origin"> =>
  async (typed, intent, before, press) => {
    const edited = await edit(typed, intent, before, press);
    if (edited?.problems) return edited;
    const text = press.typed[pasteField] ?? "";
    if (text.trim() === "" && intent !== "paste:origins") return edited;
    const { origins = [] } = edited?.answers ?? typed;
    const pasted = readOrigins(text, {
      locale: press.locale,
      names: await answerNames(press.viewer, press.application),
      room: limits.origins - origins.length,
    });
    if (!pasted.ok) return { problems: pasted.problems };
    return { answers: { origins: [...origins, ...pasted.rows] }, place: rowPlace(origins.length) };
  };
