/** Why a file is not taken, by its name and content; sentences in the `documents.problems` messages. */
export const documentProblems = [
  "empty",
  "tooLarge",
  /** The extension is not one of those allowed. */
  "typeNotAllowed",
  /** The content is not what the extension says. */
  "contentDiffers",
  "macros",
  /** A script, or an action that runs by itself. */
  "script",
  /** A file or an object inside the file, or behind its end. */
  "embedded",
  /** Content that is fetched from elsewhere when the file is opened. */
  "external",
  "encrypted",
  /** It opens to more than any ordinary document: packed content, pages, pixels. */
  "tooComplex",
  "damaged",
  /** The check itself did not end: it took too long, or too much memory. */
  "unchecked",
] as const;

export type DocumentProblem = (typeof documentProblems)[number];
