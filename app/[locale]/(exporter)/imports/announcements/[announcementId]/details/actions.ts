"use server";

import { refresh } from "next/cache";
import { clashNotice } from "./clash-notice";
import { announcementHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { readAnnounced } from "@/app/[locale]/(exporter)/imports/read-announced";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, typedValues, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";
import { saveAnnouncement } from "@/lib/imports/commands/save-announcement";
import type { Choices } from "@/lib/imports/merge-announced";
import { announcedFields, type AnnouncedImport } from "@/lib/imports/schema-announce";

/** Keeps the details. Who changed what somebody else has changed meanwhile stays, and chooses. */
export async function saveDetails(
  announcementId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const read = await readAnnounced(formData, locale);
  if (!read.ok) return refused(state, formData, read.problems);
  const typed = typedValues(formData);
  const saved = await saveAnnouncement(viewer, announcementId, {
    base: baseIn(typed),
    mine: read.announced,
    choices: choicesIn(typed),
  });
  if (!saved.ok) {
    const why =
      saved.error === "locked"
        ? "locked"
        : await whyRefused(viewer, { kind: "announcement", id: announcementId });
    return refused(state, formData, [], errorKey(`form.${why}`));
  }
  const { stored, clashes, version } = saved.value;
  if (clashes.length > 0) {
    const sides = { mine: read.announced, theirs: stored, fields: clashes };
    const answer = refused(state, formData, []);
    const base = announcedFields.map((field) => [`base.${field}`, stored[field] ?? ""] as const);
    return {
      ...answer,
      // What was not both people's is stored, and no choice was made yet.
      values: { ...shown(typed, stored, clashes), ...Object.fromEntries(base) },
      knows: version,
      clash: await clashNotice(viewer, announcementId, sides, locale),
    };
  }
  // It leads to a page that may have been open before: with script that page must be read anew.
  refresh();
  const query = { saved: "1" };
  return redirect({ href: { ...announcementHref(announcementId), query }, locale });
}

/** Of a clash, the fields that wait for a choice keep what was typed; the others show what is stored. */
function shown(
  typed: Readonly<Record<string, string>>,
  stored: AnnouncedImport,
  clashes: readonly string[],
): Record<string, string> {
  const others = announcedFields.filter((field) => !clashes.includes(field));
  return { ...typed, ...Object.fromEntries(others.map((field) => [field, stored[field] ?? ""])) };
}

function baseIn(typed: Readonly<Record<string, string>>): AnnouncedImport {
  return Object.fromEntries(
    announcedFields.flatMap((field) => {
      const was = typed[`base.${field}`];
      return was ? [[field, was]] : [];
    }),
  );
}

function choicesIn(typed: Readonly<Record<string, string>>): Choices {
  return Object.fromEntries(
    announcedFields.flatMap((field) => {
      const side = typed[`keep.${field}`];
      return side === "mine" || side === "theirs" ? [[field, side]] : [];
    }),
  );
}
