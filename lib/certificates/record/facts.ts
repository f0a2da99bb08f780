import Decimal from "decimal.js";
import type { Party } from "@/lib/applications/answers";
import { originOf } from "@/lib/applications/origin";
import type { Facts } from "@/lib/applications/rules/rule";
import { totalsOf } from "@/lib/applications/totals";
import { printedAddress } from "@/lib/certificates/record/printed-address";
import { formatCertificateNumber } from "@/lib/certificates/record/number";
import { findQrCode } from "@/lib/certificates/pdf/qr";
import { certificateRecord, type CertificateRecord } from "@/lib/certificates/record/record";
import { sealAddress } from "@/lib/certificates/seal/address";
import { SIGNATURE_BYTES } from "@/lib/certificates/seal/low-s";
import { sealRecord } from "@/lib/certificates/seal/sign";
import type { Signer } from "@/lib/certificates/seal/signer";
import { listLength } from "@/lib/certificates/status/lists";
import { expiryDateOf } from "@/lib/certificates/record/validity";
import { countryNames } from "@/lib/reference/lookups";
import { ok } from "@/lib/result";

/** Everything of a certificate that is known before its number is drawn. */
export type CertificateFacts = Omit<CertificateRecord, "number" | "checkCode" | "statusIndex">;

export interface Signatory {
  readonly id: string;
  readonly name: string;
  readonly titleEn: string | null;
  readonly titleFr: string | null;
}

const AUTHORIZED = {
  titleEn: "Person authorized under section 6 of the Act",
  titleFr: "Personne autorisée en vertu de l’article 6 de la Loi",
};

/**
 * The facts of a certificate, from the same facts that the rules judged. The applicant is not on the
 * certificate, only the exporter (Regulations, s. 5(1)(a)). Null when a
 * party is missing; the record's own schema judges the rest.
 */
export function certificateFacts(
  facts: Facts,
  signatory: Signatory,
  issued: string,
): CertificateFacts | null {
  const { answers, applicant, reference } = facts;
  const rows = answers.origin?.origins ?? [];
  const place = (code: string) => {
    const { nameEn, nameFr } = countryNames(reference, code);
    return { code, en: nameEn, fr: nameFr };
  };
  const party = (from: Party) => {
    return from.name && from.country
      ? {
          name: from.name,
          addressLines: printedAddress(from),
          ...(from.city ? { city: from.city } : {}),
          country: place(from.country),
        }
      : null;
  };

  const exporter = party(
    answers.applicant?.exporterIsDifferent && answers.applicant.exporter
      ? answers.applicant.exporter
      : { ...applicant, addressLines: [...applicant.addressLines], region: applicant.province },
  );
  const consignee = party(answers.consignee?.consignee ?? {});
  if (!exporter || !consignee) return null;

  const mines = new Set(rows.map((row) => (row.category === "new_production" ? row.mine : null)));
  const [source] = mines.size === 1 ? mines : [];
  const { carats, usd } = totalsOf(rows);
  return {
    schema: 1,
    issued,
    expires: expiryDateOf(issued),
    origin: originOf(facts).map(place),
    destination: place(answers.consignee?.destination ?? ""),
    exporter,
    consignee,
    lines: (answers.goods?.hsLines ?? []).map(
      ({ subheading = "", carats = "0.00", usd = "0.00" }) => {
        const tariff = reference.subheadings.find(({ code }) => code === subheading);
        return {
          hs: subheading as CertificateRecord["lines"][number]["hs"],
          carats: places(carats),
          usd: places(usd),
          description: { en: tariff?.textEn ?? subheading, fr: tariff?.textFr ?? subheading },
          ...(source ? { source } : {}),
        };
      },
    ),
    // Of the rows, while the lines are the tariff's: the record refuses them where they disagree (R11).
    totals: { carats, usd },
    parcels: Number(answers.goods?.parcels ?? 0),
    seals: answers.goods?.seals ?? [],
    notes: rows.flatMap((row) => {
      if (row.category !== "new_production" || !row.notes) return [];
      const mine = reference.mines.find(({ code }) => code === row.mine);
      return [
        { text: row.notes, ...(mine ? { about: { en: mine.nameEn, fr: mine.nameFr } } : {}) },
      ];
    }),
    authorizedBy: {
      id: signatory.id,
      name: signatory.name,
      titleEn: signatory.titleEn || AUTHORIZED.titleEn,
      titleFr: signatory.titleFr || AUTHORIZED.titleFr,
    },
    prior: priorCertificates(facts),
  };
}

/**
 * Whether the facts make a record that can be sealed, in a code that can be read from paper: asked before a number is
 * drawn, with all that can follow at its longest.
 */
export async function fits(facts: CertificateFacts, portalUrl: string): Promise<boolean> {
  const record = certificateRecord.safeParse({
    ...facts,
    number: formatCertificateNumber(1),
    replaces: formatCertificateNumber(2),
    statusIndex: listLength - 1,
  });
  if (!record.success) return false;
  const sealed = await sealRecord({ ...record.data, statusIndex: listLength - 1 }, blank);
  return sealed.ok && findQrCode(sealAddress(portalUrl, sealed.value)) !== null;
}

/** Leaves the place of the name of the key and of the signature empty. */
const blank: Signer = {
  kid: "A".repeat(43),
  alg: "ES256",
  sign: () => Promise.resolve(ok(new Uint8Array(SIGNATURE_BYTES))),
};

/** The import certificates drawn on, each once, with all the carats drawn from it. */
function priorCertificates({ answers, importCertificates }: Facts): CertificateRecord["prior"] {
  const drawn = new Map<string, Decimal>();
  for (const row of answers.origin?.origins ?? []) {
    if (row.category !== "previously_imported" || !row.importCertificateId) continue;
    const sofar = drawn.get(row.importCertificateId) ?? new Decimal(0);
    drawn.set(row.importCertificateId, sofar.plus(row.carats ?? 0));
  }
  return [...drawn].flatMap(([id, carats]) => {
    const certificate = importCertificates.find((one) => one.id === id);
    if (!certificate) return [];
    return [{ number: certificate.number, issuer: certificate.issuer, carats: carats.toFixed(2) }];
  });
}

const places = (value: string) => new Decimal(value).toFixed(2);
