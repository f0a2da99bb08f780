import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import { decodeCbor } from "@/lib/certificates/seal/cbor";
import { factsFrom, type ClaimsFault } from "@/lib/certificates/seal/claims";
import { algorithms, open, toBeSigned, type EnvelopeFault } from "@/lib/certificates/seal/envelope";
import type { KeyList, PublishedKey } from "@/lib/certificates/seal/key-list";
import { isLowS } from "@/lib/certificates/seal/low-s";
import { isSignedBy } from "@/lib/certificates/seal/p256";
import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { LIFE, secondsOf } from "@/lib/certificates/seal/seconds";
import { statusVerdict, type StatusOf, type StatusVerdict } from "@/lib/certificates/seal/status";

/** Why a seal is not what Canada issued; `notChecked` when its key is not on the list. */
type Integrity =
  | "intact"
  | "notChecked"
  | EnvelopeFault
  | "algorithm"
  | "signatureForm"
  | "signature"
  | ClaimsFault;

type Issuer = "canada" | "specimen" | "unknownKey" | "outsideWindow" | "revokedKey" | "notChecked";

/** Three answers to three questions. Facts are there only when the first answer is `intact`. */
export interface Verdicts {
  readonly integrity: Integrity;
  readonly issuer: Issuer;
  readonly status: StatusVerdict | "notChecked";
  readonly facts: SealedFacts | null;
}

interface Circumstances {
  readonly keys: KeyList;
  readonly statusOf: StatusOf;
  readonly now: Date;
  /** Place of the seal in the log, from a proof that was verified: asked for when its key was revoked. */
  readonly logIndex?: number;
}

const refused = (integrity: Integrity, issuer: Issuer = "notChecked"): Verdicts => ({
  integrity,
  issuer,
  status: "notChecked",
  facts: null,
});

/** Verifies a seal: first its form, then its signature, and only then what it says. Never throws. */
export async function verifySeal(seal: Uint8Array, around: Circumstances): Promise<Verdicts> {
  const opened = open(seal);
  if (!opened.ok) return refused(opened.error);
  const envelope = opened.value;
  const key = around.keys.get(envelope.kid);
  if (!key) return refused("notChecked", "unknownKey");
  // The list says with which algorithm a key signs; a message that says another thing is refused.
  if (envelope.alg !== algorithms[key.alg]) return refused("algorithm");
  if (!isLowS(envelope.signature)) return refused("signatureForm");
  const signed = toBeSigned(envelope.header, envelope.claims);
  if (!(await isSignedBy(key.publicJwk, signed, envelope.signature))) return refused("signature");

  const read = factsFrom(decodeCbor(envelope.claims));
  if (!read.ok) return refused(read.error);
  const facts = read.value;
  // The key of specimens seals nothing else, and no other key seals one.
  if ((facts.number === SPECIMEN_NUMBER) !== (key.purpose === "specimen")) return refused("claims");
  const issuer = issuerOf(key, facts, around.logIndex);
  if (issuer !== "canada") return { integrity: "intact", issuer, status: "notChecked", facts };
  const status = statusVerdict(
    around.statusOf(facts.statusIndex),
    secondsOf(facts.issued) + LIFE,
    around.now.getTime() / 1000,
  );
  return { integrity: "intact", issuer, status, facts };
}

function issuerOf(key: PublishedKey, facts: SealedFacts, logIndex: number | undefined): Issuer {
  const issued = secondsOf(facts.issued);
  if (key.purpose === "specimen") return "specimen";
  if (issued < key.notBefore || issued >= key.notAfter) return "outsideWindow";
  const { revokedFromLogSize: size } = key;
  if (size !== undefined && (logIndex === undefined || logIndex >= size)) return "revokedKey";
  return "canada";
}
