// The small zod: the check page carries it to phones, and its policy of contents allows no evaluation.
import * as z from "zod/mini";
import { certificateNumberPattern } from "@/lib/certificates/record/number";
import { LISTED_SEALS } from "@/lib/certificates/seal/seal-list";

/** Visible text on one line; control characters and what turns the direction of writing are none. */
const text = (max: number) =>
  z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u));
const country = z.string().check(z.regex(/^[A-Z]{2}$/));
const number = z.string().check(z.regex(certificateNumberPattern));
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
/** Of carats and dollars; sums of three stay below 2 to the power of 53. */
const hundredths = whole(0, 99_999_999_999_999);
const unique = <T>(key: (item: T) => string) =>
  z.refine<readonly T[]>((items) => new Set(items.map(key)).size === items.length);

const party = z.tuple([text(100), text(200)]);
const line = z.tuple([
  z.enum(["7102.10", "7102.21", "7102.31"]),
  hundredths,
  hundredths,
  z.union([text(20), z.literal("")]),
]);
const prior = z.tuple([text(20), country, hundredths]);

/** The outer claims (RFC 8392), and the certificate's under a private number. Years 1970 to 9999. */
export const claimsShape = z.strictObject({
  1: z.literal("CA"),
  4: whole(0, 253_402_300_799),
  6: whole(0, 253_402_300_799),
  [-65537]: z.instanceof(Map),
});

export const factsShape = z
  .strictObject({
    0: z.literal(1),
    1: number,
    2: z.array(country).check(
      z.maxLength(20),
      unique((code: string) => code),
    ),
    3: country,
    4: country,
    5: party,
    6: party,
    7: z.array(line).check(
      z.minLength(1),
      z.maxLength(3),
      unique(([hs]: z.infer<typeof line>) => hs),
    ),
    8: hundredths,
    9: hundredths,
    10: whole(1, 999_999),
    11: z.union([
      z.array(text(20)).check(
        z.minLength(1),
        z.maxLength(LISTED_SEALS),
        unique((seal: string) => seal),
      ),
      whole(LISTED_SEALS + 1, 999_999),
    ]),
    12: text(100),
    13: whole(0, 131_071),
    15: z.optional(
      z.array(prior).check(
        z.minLength(1),
        z.maxLength(10),
        unique(([number, issuer]: z.infer<typeof prior>) => `${issuer} ${number}`),
      ),
    ),
    16: z.optional(number),
    17: z.optional(
      z.instanceof(Uint8Array<ArrayBufferLike>).check(z.refine((hash) => hash.length === 32)),
    ),
  })
  .check(
    // A hash where the seals are counted, and nowhere else.
    z.refine((kpc) => (typeof kpc[11] === "number") === (kpc[17] !== undefined)),
    z.refine((kpc) => kpc[16] !== kpc[1]),
  );
