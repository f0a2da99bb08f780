import { differencesOf } from "@/lib/applications/differences";
import type { Snapshot } from "@/lib/applications/snapshot";
import type { Section } from "@/lib/applications/sections";
import { readings, type Question, type ReadingName } from "@/lib/reviews/checklist";
import { figuresOf } from "@/lib/reviews/figures";
import {
  acceptedSections,
  partsOf,
  ruleOf,
  type AcceptedSection,
  type KeptWork,
  type Work,
} from "@/lib/reviews/work";

/** What a question is about: it is asked again where one of these changed. */
const about: Readonly<Record<Question, readonly Section[]>> = {
  papersLegible: ["documents", "origin", "goods"],
  consigneePlausible: ["consignee"],
  originProved: ["origin", "documents"],
};

export interface Standing {
  /** What stands of the work. */
  readonly work: Work;
  /** The fields that were answered and are to be answered again. */
  readonly again: readonly string[];
}

/** Decisions about findings stand while the rule finds the same. `said`: by rule, what it finds now. */
export function sameFindings(
  { values, about: then }: KeptWork,
  said: Readonly<Record<string, string>>,
): Standing {
  return sorted(values, (field) => {
    const rule = ruleOf(field);
    return rule === null || (said[rule] !== undefined && said[rule] === then[rule]);
  });
}

/** What was answered, read or accepted about an earlier submission stands where what it was about did not change. */
export function carriedOver(
  kept: KeptWork,
  before: Snapshot,
  after: Snapshot,
  said: Readonly<Record<string, string>>,
): Standing {
  const changed = changedSections(before, after);
  const differ = (sections: readonly Section[]) => sections.some((name) => changed.has(name));
  const figures = { before: figuresOf(before.answers), after: figuresOf(after.answers) };
  const readingOf = (field: string) =>
    readings.find((name) => name === field || `${name}Why` === field);
  const stays = (name: ReadingName) =>
    !changed.has("documents") && figures.before[name] === figures.after[name];
  const found = sameFindings(kept, said);
  const rest = sorted(found.work, (field) => {
    if (field in about) return !differ(about[field as Question]);
    const reading = readingOf(field);
    if (reading) return stays(reading);
    const section = acceptedSections.find((name) => field === `section-${name}`);
    return section === undefined || !differ(partsOf[section]);
  });
  return { work: rest.work, again: [...found.again, ...rest.again] };
}

function sorted(work: Work, stands: (field: string) => boolean): Standing {
  const fields = Object.entries(work);
  return {
    work: Object.fromEntries(fields.filter(([field]) => stands(field))),
    again: fields.map(([field]) => field).filter((field) => !stands(field)),
  };
}

function changedSections(before: Snapshot, after: Snapshot): ReadonlySet<Section> {
  return new Set(differencesOf(before, after).map(({ section }) => section));
}

/** The sections of the workspace in which two submissions differ. */
export function changedParts(before: Snapshot, after: Snapshot): AcceptedSection[] {
  const changed = changedSections(before, after);
  return acceptedSections.filter((name) => partsOf[name].some((part) => changed.has(part)));
}
