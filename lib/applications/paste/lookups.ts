import { fold, inBoth, meant, namesOf, type Words } from "./words";
import type { OriginRow } from "@/lib/applications/answers";
import type { ErrorKey } from "@/lib/forms/error-key";
import type { Reference } from "@/lib/reference/types";

/** What the words in the cells may stand for. */
export interface OriginNames {
  readonly reference: Pick<Reference, "mines" | "participants">;
  readonly certificates: readonly {
    readonly id: string;
    readonly number: string;
    readonly issuer: string;
  }[];
}

interface Lookup {
  /** The field of a row that the word fills in. */
  readonly field: string;
  /** What is said where it stands for nothing, or for several. */
  readonly key: ErrorKey;
  find(cell: string, names: OriginNames, category: OriginRow["category"]): readonly string[];
}

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
const plain = (word: string) => fold(word).replaceAll(" ", "");

/** Columns in which a word stands for one of a list. */
const lookups = {
  mine: {
    field: "mine",
    key: "paste.mine",
    find: (cell, { reference }) => codes(meant(cell, reference.mines, namesOf)),
  },
  certificate: {
    field: "importCertificateId",
    key: "paste.certificate",
    find: (cell, { certificates }) =>
      certificates
        .filter(({ number, issuer }) =>
          [number, issuer + number].some((word) => plain(word) === plain(cell)),
        )
        .map(({ id }) => id),
  },
  concentratesFrom: {
    field: "concentratesFrom",
    key: "paste.concentrates",
    find: (cell) => meant(cell, ["in_canada", "outside_canada"] as const, concentrateWords),
  },
  statedOrigin: {
    field: "statedOrigin",
    key: "paste.country",
    find: (cell, { reference }, category) => [
      ...meant(cell, ["unknown"], (code) => [code, ...inBoth(unknownWord)]),
      // The countries that the form offers.
      ...codes(meant(cell, reference.participants, namesOf)).filter(
        (code) => code !== "EU" && !(code === "CA" && category === "extraction"),
      ),
    ],
  },
} as const satisfies Record<string, Lookup>;

export function lookupOf(column: string): Lookup | null {
  return Object.hasOwn(lookups, column) ? lookups[column as keyof typeof lookups] : null;
}

const unknownWord = (words: Words) => words.application.origin.unknown;

function concentrateWords(place: "in_canada" | "outside_canada"): string[] {
  const inCanada = place === "in_canada";
  const shown = ({ application: { origin, answers } }: Words) =>
    inCanada
      ? [origin.inCanada, answers.concentratesCanada]
      : [origin.outsideCanada, answers.concentratesOutside];
  const short = inCanada ? ["Canada", "CA"] : ["outside Canada", "hors du Canada"];
  return [place, ...inBoth(shown).flat(), ...short];
}
