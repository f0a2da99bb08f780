import { sealFrom } from "@/lib/certificates/seal/address";
import { conclusionOf } from "@/lib/certificates/seal/conclusion";
import { verifySeal, type Verdicts } from "@/lib/certificates/seal/verify";
import { statusIn } from "@/lib/certificates/status/verify-list";
import type { Trust } from "./trust";
import type { Said } from "./words/words";

/** What became of one check, in no language yet. */
export interface Outcome {
  readonly said: Said;
  readonly verdicts: Verdicts;
  readonly server: Trust["server"];
  readonly now: Date;
  /** Where the facts come from. */
  readonly of: "seal" | "credential";
}

const unchecked: Verdicts = {
  integrity: "notChecked",
  issuer: "notChecked",
  status: "notChecked",
  facts: null,
};

/** Verifies what is behind the # of a certificate's address. Never throws. */
export async function checkFragment(fragment: string, trust: Trust, now: Date): Promise<Outcome> {
  const seal = sealFrom(fragment);
  const around = { server: trust.server, now, of: "seal" } as const;
  if (!seal) return { ...around, said: "noSeal", verdicts: unchecked };
  if (!trust.keys) return { ...around, said: "noKeys", verdicts: unchecked };
  const verdicts = await verifySeal(seal, {
    keys: trust.keys,
    statusOf: statusIn(trust.lists),
    now,
  });
  return { ...around, said: saidOf(verdicts), verdicts };
}

/** The conclusion, and of a status that is not recent why. */
export function saidOf(verdicts: Verdicts): Said {
  const conclusion = conclusionOf(verdicts);
  if (conclusion !== "notRecent" || verdicts.status === "notChecked") return conclusion;
  const freshness = verdicts.status.list?.freshness;
  if (freshness === "ahead") return "clockWrong";
  return freshness === "tooOld" ? "tooOld" : "notRecent";
}
