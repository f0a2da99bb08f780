"use server";

import { refresh } from "next/cache";
import { declarationProblems } from "./declaration-problems";
import { keepShipment } from "./keep-shipment";
import { textOf } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import { submitApplication, type Submit } from "@/lib/applications/commands/submit";
import { findApplication } from "@/lib/applications/queries/find";
import { sectionForms } from "@/lib/applications/schema";
import { requestLocale, requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { whyRefused } from "@/lib/exporters/queries/of-record";
import { errorKey } from "@/lib/forms/error-key";
import { emptyForm, refused, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress, shownAgain } from "@/lib/forms/language-press";
import { redirect } from "@/lib/i18n/navigation";

/**
 * Sends the application to the office, with both declarations. On the summary of a copy, what is typed
 * there is kept first: the declarations are made on exactly what stood in the form.
 */
export async function submit(
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const viewer = await requireExporter(formData);
  const locale = await requestLocale();
  const inPlace = textOf(formData, "inPlace") === "yes";
  const copy = inPlace ? await findApplication(viewer, applicationId) : null;
  if (isLanguagePress(formData)) {
    const stored = { ...copy?.answers.origin, ...copy?.answers.goods };
    const fields = inPlace ? { ...sectionForms.origin.fields, ...sectionForms.goods.fields } : {};
    return shownAgain(state, formData, { fields, stored, locale });
  }
  const asked = Number(textOf(formData, "version"));
  const kept = copy ? await keepShipment(viewer, copy, formData, asked, locale) : null;
  if (kept && !kept.ok) return refusedFor(kept.error, viewer, applicationId, state, formData);
  const version = kept?.value.version ?? asked;
  if (version !== asked) refresh();
  if (copy && textOf(formData, "intent") === "keep" && kept?.value.problems.length === 0) {
    return { ...emptyForm, attempt: state.attempt + 1 };
  }
  const declarations = {
    rough_diamonds: tickedVersion(formData, "rough_diamonds"),
    certification: tickedVersion(formData, "certification"),
  };
  const unticked = (["rough_diamonds", "certification"] as const).filter(
    (kind) => declarations[kind] === null && textOf(formData, "intent") !== "keep",
  );
  const problems: Problem[] = [
    ...(kept?.value.problems ?? []),
    ...unticked.map((field) => ({ field, key: errorKey(`summary.${field}.required`) })),
  ];
  if (problems.length > 0) return at(version, refused(state, formData, problems));

  const submitted = await submitApplication(viewer, applicationId, {
    version,
    declarations,
    signedBy: textOf(formData, "paperSignedBy"),
  });
  if (submitted.ok || submitted.error === "alreadySubmitted") {
    if (formData.has("paperSignedBy")) {
      return redirect({ href: { pathname: "/office/paper", query: { entered: "yes" } }, locale });
    }
    const pathname = "/applications/[applicationId]/receipt" as const;
    return redirect({ href: { pathname, params: { applicationId } }, locale });
  }
  if (submitted.error === "notSigned") {
    const unsigned = { field: "paperSignedBy", key: errorKey("paper.signedBy.required") };
    return at(version, refused(state, formData, [unsigned]));
  }
  if (submitted.error === "blocked") {
    // What is listed on the page must be what stops it now.
    refresh();
    const found = declarationProblems(submitted.findings, locale);
    const blocked = errorKey("summary.blocked");
    return undeclared(version, refused(state, formData, found, blocked));
  }
  const answer = await refusedFor(submitted.error, viewer, applicationId, state, formData);
  return submitted.error === "changedMeanwhile" ? answer : at(version, answer);
}

async function refusedFor(
  error: "openRequests" | "overtaken" | "notFound" | "changedMeanwhile" | "locked",
  viewer: ExporterViewer,
  applicationId: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  switch (error) {
    case "openRequests":
    case "overtaken":
      return refused(state, formData, [], errorKey(`summary.${error}`));
    case "locked":
      return refused(state, formData, [], errorKey("form.locked"));
    case "notFound": {
      const why = await whyRefused(viewer, { kind: "application", id: applicationId });
      const key = why === "limited" ? "summary.permission" : (`form.${why}` as const);
      return refused(state, formData, [], errorKey(key));
    }
    case "changedMeanwhile": {
      refresh();
      const now = await findApplication(viewer, applicationId);
      const told = refused(state, formData, [], errorKey("summary.changedMeanwhile"));
      return undeclared(now?.version ?? Number(textOf(formData, "version")), told);
    }
  }
}

/** The next press is made on what this one has kept. */
const at = (version: number, state: FormState): FormState => ({
  ...state,
  values: { ...state.values, version: String(version) },
});

/** Declarations are made on what is read: both boxes are empty again. */
const undeclared = (version: number, state: FormState): FormState =>
  at(version, { ...state, values: { ...state.values, rough_diamonds: "", certification: "" } });

/** The version of the text beside a ticked box; null where it is not ticked. */
function tickedVersion(formData: FormData, kind: keyof Submit["declarations"]): number | null {
  if (textOf(formData, kind) !== "yes") return null;
  const version = Number(textOf(formData, `${kind}.version`));
  return Number.isInteger(version) ? version : null;
}
