"use server";

import { refresh } from "next/cache";
import { declarationProblems } from "./declaration-problems";
import { textOf } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { submitApplication, type Submit } from "@/lib/applications/commands/submit";
import { findApplication } from "@/lib/applications/queries/find";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/** Sends the application to the office, with both declarations. */
export async function submit(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter();
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const declarations = {
    rough_diamonds: tickedVersion(formData, "rough_diamonds"),
    certification: tickedVersion(formData, "certification"),
  };
  const problems: Problem[] = [
    ...(declarations.rough_diamonds === null
      ? [{ field: "rough_diamonds", key: errorKey("summary.rough_diamonds.required") }]
      : []),
    ...(declarations.certification === null
      ? [{ field: "certification", key: errorKey("summary.certification.required") }]
      : []),
  ];
  if (problems.length > 0) return refused(state, formData, problems);

  const version = Number(textOf(formData, "version"));
  const submitted = await submitApplication(viewer, applicationId, { version, declarations });
  if (submitted.ok || submitted.error === "alreadySubmitted") {
    const pathname = "/applications/[applicationId]/receipt" as const;
    return redirect({ href: { pathname, params: { applicationId } }, locale });
  }
  switch (submitted.error) {
    case "blocked":
      // What is listed on the page must be what stops it now.
      refresh();
      return {
        ...refused(
          state,
          formData,
          declarationProblems(submitted.findings, locale),
          errorKey("summary.blocked"),
        ),
        // Declarations are made on what is read: both boxes are empty again.
        values: { version: String(version) },
      };
    case "openRequests":
    case "overtaken":
      return refused(state, formData, [], errorKey(`summary.${submitted.error}`));
    case "notFound": {
      const why = await whyRefused(viewer, { kind: "application", id: applicationId });
      const key = why === "limited" ? "summary.permission" : (`form.${why}` as const);
      return refused(state, formData, [], errorKey(key));
    }
    case "changedMeanwhile": {
      refresh();
      const now = await findApplication(viewer, applicationId);
      const told = refused(state, formData, [], errorKey("summary.changedMeanwhile"));
      // Declarations are made on what is read: both boxes are empty again.
      const values = { version: String(now?.version ?? version) };
      return { ...told, values };
    }
  }
}

/** The version of the text beside a ticked box; null where it is not ticked. */
function tickedVersion(formData: FormData, kind: keyof Submit["declarations"]): number | null {
  if (textOf(formData, kind) !== "yes") return null;
  const version = Number(textOf(formData, `${kind}.version`));
  return Number.isInteger(version) ? version : null;
}
