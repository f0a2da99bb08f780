import { encodeCbor } from "@/lib/certificates/seal/cbor";
import { SPECIMEN_NUMBER } from "@/lib/certificates/record/number";
import type { Bad } from "@/lib/certificates/seal/vectors/bad";
import { claims, claimsWith, forged, replaced, usual } from "@/lib/certificates/seal/vectors/forge";
import { DAY } from "@/lib/certificates/seal/seconds";

type Fault = "claims" | "totals" | "dates";

/** Truly signed, and still no certificate. */
const signed = (fault: Fault) => (name: string, made: () => Map<number, unknown> | Uint8Array) => ({
  name,
  seal: () => forged({ claims: made() }),
  integrity: fault,
});
const shape = signed("claims");
const totals = signed("totals");
const dates = signed("dates");

/** One claim of the certificate set to something else. */
const setTo = (key: number, value: unknown) => () => claims((kpc) => kpc.set(key, value));
const encoded = (from: string, to: string) => () => replaced(encodeCbor(claims()), from, to);
const moved = (exp: number, iat: number) => () =>
  claims((_, outer) => {
    outer.set(4, Number(outer.get(4)) + exp);
    outer.set(6, Number(outer.get(6)) + iat);
  });
const text = (words: string) => Buffer.from(words).toString("hex");
const line = (hs: string) => ({ hs, carats: "12480.35", usd: "1348920.50", source: "" });
const prior = (carats: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ number: `BW${i}`, issuer: "BW", carats }));

export const badClaims: readonly Bad[] = [
  totals("a total mass that is not the sum", setTo(8, 1_248_036)),
  totals("a total value that is not the sum", setTo(9, 134_892_051)),
  totals("nothing shipped", () =>
    claimsWith({
      lines: [{ ...line("7102.31"), carats: "0.00" }],
      totals: { ...usual.totals, carats: "0.00" },
    }),
  ),
  totals("more from prior certificates than is shipped", () =>
    claimsWith({ prior: prior("10000.00", 2) }),
  ),
  dates("59 days of validity", moved(-DAY, 0)),
  dates("61 days of validity", moved(DAY, 0)),
  dates("a year of validity", moved(305 * DAY, 0)),
  dates("a second more of validity", moved(1, 0)),
  dates("issued at noon", moved(DAY / 2, DAY / 2)),
  shape("a whole number in two bytes that fits in one", encoded("0a040b", "0a18040b")),
  shape("one claim twice", encoded("0a040b", "0a040a040b")),
  shape("claims in another order", encoded("0a040b83", "0b830a04")),
  shape("a number with a fraction", encoded("0a040b", "0af944800b")),
  shape("a name not in normal form C", () =>
    replaced(
      encodeCbor(claimsWith({ consignee: { name: "Élan", place: "Antwerpen" } })),
      `65${text("Élan")}`,
      `66${text("E\u0301lan")}`,
    ),
  ),
  shape("issued by another authority", () => claims((_, outer) => outer.set(1, "BE"))),
  shape("a token of the same key without a certificate", () =>
    claims((_, outer) => outer.delete(-65537)),
  ),
  shape("a claim more beside the certificate", () =>
    claims((_, outer) => outer.set(7, new Uint8Array(8))),
  ),
  shape("a claim that nobody knows", setTo(14, "x")),
  shape("a newer version", setTo(0, 2)),
  shape("a claim missing", () => claims((kpc) => kpc.delete(12))),
  shape("a claim named by a text", () =>
    claims((kpc) => (kpc as Map<unknown, unknown>).set("10", 4)),
  ),
  shape("a number of seven digits", setTo(1, "CA0001873")),
  shape("a number of another participant", setTo(1, "BW00001873")),
  shape("a specimen under the key of certificates", setTo(1, SPECIMEN_NUMBER)),
  shape("a country in small letters", setTo(3, "eu")),
  shape("a participant of origin twice", setTo(2, ["CA", "CA"])),
  shape("a name that turns the direction of writing", setTo(5, ["Barren \u202e Lands", "Canada"])),
  shape("a name on two lines", setTo(5, ["Barren\nLands", "Canada"])),
  shape("a party of three parts", setTo(5, ["Barren Lands", "Yellowknife", "Canada"])),
  shape("no line", setTo(7, [])),
  shape("four lines", () =>
    claimsWith({
      lines: ["7102.10", "7102.21", "7102.31", "7102.39"].map(line),
      totals: { carats: "49921.40", usd: "5395682.00" },
    }),
  ),
  shape("two lines for one subheading", () =>
    claimsWith({
      lines: [line("7102.31"), line("7102.31")],
      totals: { carats: "24960.70", usd: "2697841.00" },
    }),
  ),
  shape("polished diamonds", () => claimsWith({ lines: [line("7102.39")] })),
  shape("a negative mass", setTo(8, -1)),
  shape("no parcel", setTo(10, 0)),
  shape("21 seal numbers in the list", setTo(11, Array.from("ABCDEFGHIJKLMNOPQRSTU"))),
  shape("one seal number twice", setTo(11, ["A", "A"])),
  shape("seals counted without their hash", setTo(11, 21)),
  shape("a hash beside listed seals", setTo(17, new Uint8Array(32))),
  shape("20 seals counted instead of listed", () =>
    claims((kpc) => kpc.set(11, 20).set(17, new Uint8Array(32))),
  ),
  shape("a place outside the status list", setTo(13, 131_072)),
  shape("11 prior certificates", () => claimsWith({ prior: prior("1.00", 11) })),
  shape("an empty list of prior certificates", setTo(15, [])),
  shape("a replacement of itself", setTo(16, usual.number)),
];
