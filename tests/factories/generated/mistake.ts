import type { Chance } from "./random";
import type { NeededImport, Shipment, Wanted } from "./shipment";
import type { Typed } from "./spelling";
import type { Section } from "@/lib/applications/sections";
import type { Locale } from "@/lib/i18n/routing";
import type { DeclarationKind, DocumentKind } from "@/prisma/generated/enums";

/** A shipment as somebody would send it; a mistake changes it. */
export interface Sending {
  readonly shipment: Shipment;
  readonly typed: Typed;
  imports: readonly NeededImport[];
  documents: readonly DocumentKind[];
  declared: readonly DeclarationKind[];
}

export interface Mistake {
  readonly kind: string;
  /** What the shipment must have for it. */
  readonly wanted?: Wanted;
  readonly make: (sending: Sending, locale: Locale, chance: Chance) => void;
  /** Where it is told. */
  readonly section: Section;
  readonly field: string;
  /** The first that stops it: "Save and continue" of its section, the summary, or "Submit". */
  readonly stoppedBy: "section" | "summary" | "submit";
  /** What its sentence must say. */
  readonly says: Readonly<Record<Locale, string>>;
  /** No page lets anybody choose it: it is posted all the same. */
  readonly forged?: true;
}
