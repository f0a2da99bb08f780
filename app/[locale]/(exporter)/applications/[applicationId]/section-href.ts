import type { Section } from "@/lib/applications/sections";
import type { Href } from "@/lib/i18n/navigation";

const pages = {
  applicant: "/applications/[applicationId]/applicant",
  delivery: "/applications/[applicationId]/delivery",
  consignee: "/applications/[applicationId]/consignee",
  origin: "/applications/[applicationId]/origin",
  goods: "/applications/[applicationId]/goods",
  documents: "/applications/[applicationId]/documents",
  summary: "/applications/[applicationId]/summary",
} as const satisfies Record<Section, string>;

/** The page of a section; `from` makes it lead back to the summary. */
export function sectionHref(section: Section, applicationId: string, from?: "summary") {
  return {
    pathname: pages[section],
    params: { applicationId },
    ...(from ? { query: { from } } : {}),
  } as const satisfies Href;
}

/** The list of sections. */
export function tasksHref(applicationId: string) {
  return {
    pathname: "/applications/[applicationId]",
    params: { applicationId },
  } as const satisfies Href;
}
