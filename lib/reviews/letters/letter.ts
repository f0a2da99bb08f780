import type { Language } from "@/prisma/generated/enums";

/** A numbered point of a letter: what it is about, and what is said of it, paragraph by paragraph. */
interface Point {
  readonly about: string;
  readonly texts: readonly string[];
}

type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "points"; readonly points: readonly Point[] }
  /** Words of an officer under a heading, line by line as they were written. */
  | { readonly kind: "written"; readonly heading: string; readonly lines: readonly string[] };

/** A letter of the office in one language, from top to bottom: the page and the PDF draw the same. */
export interface Letter {
  readonly language: Language;
  readonly office: string;
  /** The department and the street, line by line. */
  readonly sender: readonly string[];
  readonly date: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly by: readonly string[];
  readonly foot: string;
}
