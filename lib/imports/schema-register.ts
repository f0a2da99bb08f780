import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { limits } from "@/lib/forms/limits";
import type { FormSchema } from "@/lib/forms/parse-form";
import { amount, country, wholeNumber } from "@/lib/forms/schema-parts";
import { disagreements, lineKeys, lineNames, unknownOrigin } from "@/lib/imports/checks-typed";
import { isNumber, normaliseNumber } from "@/lib/imports/number";
import type { Language } from "@/prisma/generated/enums";

export const registerLimits = { shipper: 500, number: 30, reason: 1000, answer: 1000 } as const;

const amountKeys = (kind: "carats" | "usd") =>
  ({
    required: errorKey(`register.${kind}.required`),
    invalid: errorKey(`register.${kind}.invalid`),
    positive: errorKey(`register.${kind}.positive`),
    tooLarge: errorKey(`register.${kind}.tooLarge`),
  }) as const;
const mass = amount(limits.carats, amountKeys("carats"));
const value = amount(limits.usd, amountKeys("usd"));
const line = z
  .object({ carats: mass.optional(), usd: value.optional() })
  .optional()
  .superRefine((typed, context) => {
    if ((typed?.carats === undefined) === (typed?.usd === undefined)) return;
    const missing = typed?.carats === undefined ? "carats" : "usd";
    const message = errorKey(`register.line.${missing}`);
    context.addIssue({ code: "custom", path: [missing], message });
  });

const number = z
  .string(errorKey("register.number.required"))
  .max(registerLimits.number, errorKey("register.number.shape"))
  .refine((typed) => isNumber(normaliseNumber(typed)), errorKey("register.number.shape"));

const day = (key: "issuedOn" | "expiresOn" | "importedOn") =>
  z.string(errorKey(`register.${key}.required`));

const paper = z.object({
  issuer: country(errorKey("register.issuer.required")),
  number,
  numberAgain: z.string(errorKey("register.numberAgain.required")),
  issuedOn: day("issuedOn"),
  expiresOn: day("expiresOn"),
  provenance: country(errorKey("register.provenance.required")),
  origins: z.array(z.string()).optional(),
  hs10: line,
  hs21: line,
  hs31: line,
  carats: mass,
  caratsAgain: z.string(errorKey("register.caratsAgain.required")),
  usd: value,
  parcels: wholeNumber(limits.parcels, {
    required: errorKey("register.parcels"),
    invalid: errorKey("register.parcels"),
  }).optional(),
  shipper: z.string().max(registerLimits.shipper, errorKey("register.shipper")).optional(),
  importedOn: day("importedOn"),
  stampSeen: z.boolean(),
  originalReceivedOn: z.string().optional(),
});
type Typed = z.infer<typeof paper>;

/** What is entered in the register, as read from the paper. */
export type RegisterInput = ReturnType<typeof entered>;

/** The form in which an officer types what the paper says; number and mass twice. */
export function registerForm(today: string, locale: Language): FormSchema<RegisterInput> {
  const together = z.core._check<Typed>(
    (context) => {
      for (const found of disagreements(context.value, today, locale)) {
        const { field, key, params } = found;
        context.issues.push({
          code: "custom",
          input: context.value,
          path: [field],
          message: key,
          params,
        });
      }
    },
    // Told beside what is missing, not only after it is there.
    { when: () => true },
  );
  return {
    schema: paper.check(together).transform(entered),
    fields: {
      issuer: "text",
      number: "text",
      numberAgain: "text",
      issuedOn: "date",
      expiresOn: "date",
      provenance: "text",
      "origins[]": "text",
      "hs10.carats": "carats",
      "hs10.usd": "usd",
      "hs21.carats": "carats",
      "hs21.usd": "usd",
      "hs31.carats": "carats",
      "hs31.usd": "usd",
      carats: "carats",
      caratsAgain: "carats",
      usd: "usd",
      parcels: "count",
      shipper: "text",
      importedOn: "date",
      stampSeen: "flag",
      originalReceivedOn: "date",
    },
  };
}

function entered({ hs10, hs21, hs31, ...typed }: Typed) {
  const lines = lineKeys.flatMap((key) => {
    const { carats, usd } = { hs10, hs21, hs31 }[key] ?? {};
    return carats && usd ? [{ subheading: lineNames[key], carats, valueUsd: usd }] : [];
  });
  const { issuer, number, issuedOn, expiresOn, provenance, carats, importedOn, stampSeen } = typed;
  return {
    issuer,
    number,
    issuedOn,
    expiresOn,
    provenance,
    origins: [...new Set(typed.origins)].filter((code) => code !== unknownOrigin),
    carats,
    valueUsd: typed.usd,
    lines,
    parcels: typed.parcels === undefined ? null : Number(typed.parcels),
    shipper: typed.shipper ?? null,
    importedOn,
    stampSeen,
    originalReceivedOn: typed.originalReceivedOn ?? null,
  };
}
