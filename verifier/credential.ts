import * as z from "zod/mini";
import { addDays, isCalendarDate } from "@/lib/calendar";
import { readVcJwt, type CredentialFault } from "@/lib/certificates/credential/read-vc-jwt";
import { LISTED_SEALS, sealListHash } from "@/lib/certificates/seal/seal-list";
import type { SealedFacts } from "@/lib/certificates/seal/sealed-facts";
import { LIFE, secondsOf } from "@/lib/certificates/seal/seconds";
import { statusVerdict } from "@/lib/certificates/seal/status";
import type { Verdicts } from "@/lib/certificates/seal/verify";
import { issuerOf } from "@/lib/certificates/status/lists";
import { statusIn } from "@/lib/certificates/status/verify-list";
import { VALIDITY_DAYS } from "@/lib/certificates/record/validity";
import { saidOf, type Outcome } from "./outcome";
import type { Trust } from "./trust";

const place = z.object({ code: z.string(), en: z.string() });
const party = z.object({ name: z.string(), city: z.optional(z.string()), country: place });
const carats = z.string().check(z.regex(/^\d+\.\d{2}$/));
/** The record of a certificate inside its credential, as far as it is shown. Its signer has verified it. */
const record = z.object({
  schema: z.literal(1),
  number: z.string(),
  issued: z.string().check(z.refine(isCalendarDate)),
  origin: z.array(place),
  destination: place,
  exporter: party,
  consignee: party,
  lines: z.array(z.object({ hs: z.string(), carats, usd: carats, source: z.optional(z.string()) })),
  totals: z.object({ carats, usd: carats }),
  parcels: z.int(),
  seals: z.array(z.string()),
  authorizedBy: z.object({ id: z.string() }),
  statusIndex: z.int(),
  prior: z.array(z.object({ number: z.string(), issuer: z.string(), carats })),
  replaces: z.optional(z.string()),
});

const attestation = z.object({
  conformityAssessment: z.tuple([z.object({ kpc: record })]),
});

const faults: Readonly<Record<CredentialFault, Pick<Verdicts, "integrity" | "issuer">>> = {
  form: { integrity: "encoding", issuer: "notChecked" },
  signature: { integrity: "signature", issuer: "notChecked" },
  issuer: { integrity: "claims", issuer: "notChecked" },
  unknownKey: { integrity: "notChecked", issuer: "unknownKey" },
  outsideWindow: { integrity: "intact", issuer: "outsideWindow" },
  revokedKey: { integrity: "intact", issuer: "revokedKey" },
};

/** Verifies a certificate's credential, the form for other systems, with the same three answers. Never throws. */
export async function checkCredential(jwt: string, trust: Trust, now: Date): Promise<Outcome> {
  const around = { server: trust.server, now, of: "credential" } as const;
  const { credentialKeys: keys, portalUrl } = trust;
  const refused = (found: Pick<Verdicts, "integrity" | "issuer">): Outcome => {
    const verdicts: Verdicts = { ...found, status: "notChecked", facts: null };
    return { ...around, said: trust.keys ? saidOf(verdicts) : "noKeys", verdicts };
  };
  const read = await readVcJwt(jwt, { keys, issuer: issuerOf(portalUrl) });
  if (!read.ok) return refused(faults[read.error]);
  const held = attestation.safeParse(read.value["credentialSubject"]);
  if (!held.success) return refused(faults.issuer);
  const facts = await factsFrom(held.data.conformityAssessment[0].kpc);
  const status = statusVerdict(
    statusIn(trust.lists)(facts.statusIndex),
    secondsOf(facts.issued) + LIFE,
    now.getTime() / 1000,
  );
  const verdicts: Verdicts = { integrity: "intact", issuer: "canada", status, facts };
  return { ...around, said: saidOf(verdicts), verdicts };
}

const partyOf = ({ name, city, country }: z.infer<typeof party>) => ({
  name,
  place: [city, country.en].filter(Boolean).join(", "),
});

async function factsFrom(held: z.infer<typeof record>): Promise<SealedFacts> {
  const { seals, exporter, consignee, authorizedBy } = held;
  return {
    ...held,
    expires: addDays(held.issued, VALIDITY_DAYS),
    origin: held.origin.map(({ code }) => code),
    destination: held.destination.code,
    consigneeCountry: consignee.country.code,
    exporter: partyOf(exporter),
    consignee: partyOf(consignee),
    lines: held.lines.map(({ source = "", ...line }) => ({ ...line, source })),
    containers: seals.length,
    seals: seals.length > LISTED_SEALS ? { sha256: await sealListHash(seals) } : seals,
    authorizedBy: authorizedBy.id,
  };
}
