import { sections, type Section } from "@/lib/applications/sections";
import { isEditable } from "@/lib/applications/status";
import type { ApplicationStatus, Language } from "@/prisma/generated/enums";

/** Characters of an exporter's note to a request. */
export const longestReply = 2000;

/** What an officer asked an exporter to change, as far as these rules look at it. */
interface Request {
  readonly submissionVersion: number;
  readonly section: string;
  readonly repliedAt: Date | null;
}

/** The requests of the newest notice of deficiency; those before it are history. */
export function currentRequests<R extends Request>(requests: readonly R[]): R[] {
  const newest = Math.max(0, ...requests.map((request) => request.submissionVersion));
  return requests.filter((request) => request.submissionVersion === newest);
}

/** The requests that still have to be answered before the application can be sent again. */
export function openRequests<R extends Request>(
  status: ApplicationStatus,
  requests: readonly R[],
): R[] {
  if (status !== "returned") return [];
  return currentRequests(requests).filter((request) => request.repliedAt === null);
}

/** The sections that the exporter may change: all of a draft, the flagged ones of a returned application. */
export function unlockedSections(
  status: ApplicationStatus,
  requests: readonly Request[],
): readonly Section[] {
  if (!isEditable(status)) return [];
  if (status === "draft") return sections;
  const flagged = new Set(currentRequests(requests).map((request) => request.section));
  return sections.filter((section) => section === "summary" || flagged.has(section));
}

interface Said {
  /** In the officer's own words; may be empty. */
  readonly reason: string;
  readonly reasonEn: string | null;
  readonly reasonFr: string | null;
}

/** What a request says: the chosen reason in the reader's language, then the officer's own words. */
export function askedWords({ reason, reasonEn, reasonFr }: Said, language: Language): string[] {
  const chosen = language === "fr" ? reasonFr : reasonEn;
  return [chosen ?? "", reason].filter((text) => text !== "");
}
