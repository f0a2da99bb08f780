"use server";

import type { ImportState, PreviewLine } from "./form-state";
import { proposed } from "@/app/[locale]/(officer)/office/reference/_parts/proposed";
import { longestFile, readFile } from "@/lib/amendments/csv";
import { proposeRows } from "@/lib/amendments/commands/propose";
import { fatesOf, type Fate } from "@/lib/amendments/fate";
import { kindNamed } from "@/lib/amendments/kinds";
import { findPresent } from "@/lib/amendments/queries/rows";
import { importForm } from "@/lib/amendments/schema";
import { drawnForOther } from "@/lib/auth/drawn-for";
import { requestLocale, requireAdministrator } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { refused, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

/** Shows what would become of each line of a file, or proposes them all as one change. */
export async function importRows(
  kindPart: string,
  state: ImportState,
  formData: FormData,
): Promise<ImportState> {
  const viewer = await requireAdministrator(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const other = drawnForOther(viewer, state, formData);
  if (other) return other;
  const kind = kindNamed(kindPart);
  if (!kind) return refused(state, formData, [], "form.gone");
  const text = await textIn(formData);
  const file = typeof text === "string" ? readFile(kind, text) : text;
  // What a file held is in the text field from now on: the next press sends it again.
  if (typeof text === "string") formData.set("csv", text);
  if (!file.ok) return refused(state, formData, file.problems);
  const parsed = parseForm(importForm(kind), formData, await requestLocale());
  const effectiveFrom = (parsed.ok ? parsed.value.effectiveFrom : undefined) ?? todayInOttawa();
  const fates = fatesOf(kind, file.lines, await findPresent(kind), effectiveFrom);
  const preview = fates.map(shown);
  const proposes = formData.get("intent") === "propose";
  const wrong = fates.filter(({ fate }) => fate === "wrong").length;
  if (wrong > 0) {
    const problem = { field: "csv", key: "reference.csv.wrong", params: { count: wrong } } as const;
    return { ...refused(state, formData, [problem]), preview };
  }
  if (!proposes) return { ...refused(state, formData, []), preview };
  if (!parsed.ok) return { ...refused(state, formData, parsed.errors), preview };
  const { source, why } = parsed.value;
  const rows = fates.flatMap(({ after }) => (after ? [after] : []));
  const outcome = await proposeRows(viewer, kind, rows, { effectiveFrom, source, reason: why });
  return { ...(await proposed(outcome, state, formData)), preview };
}

function shown({ line, key, fate, before, after, changed, troubles }: Fate): PreviewLine {
  const changes = changed.map((field) => ({
    field,
    was: before?.[field] ?? "",
    is: after?.[field] ?? "",
  }));
  return { line, name: key, fate, changes: fate === "changed" ? changes : [], troubles };
}

type Text = string | { readonly ok: false; readonly problems: readonly Problem[] };

/** The chosen file, or what was pasted. */
async function textIn(formData: FormData): Promise<Text> {
  const file = formData.get("file");
  const pasted = formData.get("csv");
  const wrong = (key: Problem["key"], field = "csv") =>
    ({ ok: false, problems: [{ field, key }] }) as const;
  if (!(file instanceof File) || file.size === 0) {
    const text = typeof pasted === "string" ? pasted : "";
    if (text.trim() === "") return wrong("reference.csv.required");
    return text.length > longestFile ? wrong("reference.csv.tooLarge") : text;
  }
  if (file.size > longestFile) return wrong("reference.csv.tooLarge", "file");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return wrong("reference.csv.encoding", "file");
  }
}
