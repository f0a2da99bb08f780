import type { ExporterViewer, OfficerViewer, Viewer } from "@/lib/auth/viewer";
import type { Target } from "../records";

/** How somebody calls a function about a record; what it answers is compared with the row. */
export type Attempt = (viewer: Viewer, target: Target) => Promise<unknown>;

/** There is no such call: the function takes another kind of viewer. */
export const cannotBeAsked = Symbol("cannot be asked");

/** A function that only somebody of the office can be handed to. */
export const asOfficer =
  (call: (viewer: OfficerViewer, target: Target) => Promise<unknown>): Attempt =>
  (viewer, target) =>
    viewer.kind === "officer" ? call(viewer, target) : Promise.resolve(cannotBeAsked);

/** A function that is for somebody who acts for exporters. */
export const asExporter =
  (call: (viewer: ExporterViewer, target: Target) => Promise<unknown>): Attempt =>
  (viewer, target) =>
    viewer.kind === "exporter" ? call(viewer, target) : Promise.resolve(cannotBeAsked);

/** Of a list only what is of the record. */
export const about = <T>(rows: readonly T[], isTheRecord: (row: T) => boolean) =>
  rows.filter(isTheRecord);

/** A figure of what the viewer may see. */
export const anyOf = (found: boolean) => (found ? { found } : null);

export const notAllowed = { ok: false, error: "notAllowed" } as const;

/** An answer in which what is over and what never was have the same word. */
export const sameAsUnknown = (word: string, answer: { ok: boolean; error?: string }) =>
  answer.error === word ? { ok: false, error: "notFound" } : answer;
