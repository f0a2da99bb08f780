import "server-only";
import { isDeepStrictEqual } from "node:util";
import { isInPlace } from "./in-place";
import { sectionValues } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import type { Answers, GoodsAnswers } from "@/lib/applications/answers";
import { saveSection } from "@/lib/applications/commands/save";
import { draftAnswers } from "@/lib/applications/draft";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { sectionForms } from "@/lib/applications/schema";
import { decimalOf, totalsOf } from "@/lib/applications/totals";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { onFields } from "@/lib/forms/field-problems";
import type { Problem } from "@/lib/forms/form-state";
import { parseForm, type FormSchema } from "@/lib/forms/parse-form";
import type { Locale } from "@/lib/i18n/routing";
import { err } from "@/lib/result";

type InPlace = "origin" | "goods";

/**
 * Keeps what was typed on the summary of a copy, as it was typed, before anything else is done with the
 * press. `problems` is what cannot be right or is missing in it.
 */
export async function keepShipment(
  viewer: ExporterViewer,
  application: Pick<ApplicationDetail, "id" | "answers">,
  formData: FormData,
  version: number,
  locale: Locale,
) {
  const { id, answers } = application;
  const origin = read("origin", answers, formData, locale);
  const goods = read("goods", answers, formData, locale);
  const kept = { origin: origin.kept, goods: inTotal(goods.kept, origin.kept.origins ?? []) };
  let newest = version;
  for (const section of ["origin", "goods"] as const) {
    if (isDeepStrictEqual(kept[section], answers[section] ?? {})) continue;
    const saved = await saveSection(viewer, id, section, kept[section], newest);
    if (!saved.ok) return saved;
    // Somebody else was here since the page was drawn: what is declared on must be read first.
    const alone = saved.value.version <= newest + 1 && saved.value.clashes.length === 0;
    if (!alone) return err("changedMeanwhile");
    newest = saved.value.version;
  }
  const problems = [...origin.problems, ...goods.problems];
  return { ok: true, value: { version: newest, problems } } as const;
}

/** A section as it is stored, but for what the summary's own fields say. */
function read<S extends InPlace>(
  section: S,
  answers: Answers,
  formData: FormData,
  locale: Locale,
): { kept: NonNullable<Answers[S]>; problems: Problem[] } {
  const whole = new FormData();
  for (const [name, text] of Object.entries(sectionValues(section, answers, locale))) {
    if (!formData.has(name)) whole.append(name, text);
  }
  for (const [name, text] of formData) {
    if (typeof text === "string" && isInPlace(name)) whole.append(name, text);
  }
  const form: FormSchema<unknown> = sectionForms[section];
  const parsed = parseForm(form, whole, locale);
  const kept = draftAnswers(section, parsed.ok ? parsed.value : parsed.draft);
  const wrong = parsed.ok ? [] : onFields(form, parsed.errors);
  return { kept, problems: wrong.filter(({ field }) => formData.has(field)) };
}

/** A single tariff line is the whole shipment: its amounts follow from the rows. */
function inTotal(
  goods: GoodsAnswers,
  rows: NonNullable<Answers["origin"]>["origins"] & object,
): GoodsAnswers {
  const [line, ...others] = goods.hsLines ?? [];
  const known = rows.every(({ carats, usd }) => decimalOf(carats) && decimalOf(usd));
  if (!line || others.length > 0 || rows.length === 0 || !known) return goods;
  const { carats, usd } = totalsOf(rows);
  return { ...goods, hsLines: [{ ...line, carats, usd }] };
}
