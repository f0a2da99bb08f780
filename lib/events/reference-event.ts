import type { ReferenceKind } from "@/prisma/generated/enums";

/** About the reference data that administrators keep. `personId` is whoever proposed the change. */
export type ReferenceEvent =
  | {
      kind: "reference.proposed";
      data: ReferenceFacts & { source: string; immediate: boolean };
    }
  | { kind: "reference.confirmed"; personId: string; data: ReferenceFacts }
  | { kind: "reference.refused"; personId: string; data: ReferenceFacts & { answer: string } }
  | { kind: "reference.takenBack"; data: ReferenceFacts }
  /** What the application rests on will be otherwise from a day on. */
  | {
      kind: "application.referenceChanged";
      applicationId: string;
      exporterId: string;
      data: { changeId: string; referenceKind: ReferenceKind; from: string };
    };

type ReferenceFacts = {
  changeId: string;
  referenceKind: ReferenceKind;
  /** Of the rows; of many the first. */
  keys: string[];
  rows: number;
  from: string;
};
