/** 15 MB a file. */
export const DOCUMENT_MAX_BYTES = 15 * 1024 * 1024;
export const DOCUMENTS_PER_SECTION = 10;
/** A person's within 24 hours, removed files included: their bytes stay for weeks. */
export const DAILY_MAX_BYTES = 2 * 1024 ** 3;

/** What may be handed in: the extensions a name may bear and the media type it is served with. */
export const documentTypes = {
  pdf: { extensions: ["pdf"], mediaType: "application/pdf" },
  doc: { extensions: ["doc"], mediaType: "application/msword" },
  docx: {
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xls: { extensions: ["xls"], mediaType: "application/vnd.ms-excel" },
  xlsx: {
    extensions: ["xlsx"],
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  rtf: { extensions: ["rtf"], mediaType: "application/rtf" },
  txt: { extensions: ["txt"], mediaType: "text/plain" },
  jpg: { extensions: ["jpg", "jpeg"], mediaType: "image/jpeg" },
  tif: { extensions: ["tif", "tiff"], mediaType: "image/tiff" },
  xps: { extensions: ["xps"], mediaType: "application/vnd.ms-xpsdocument" },
} as const satisfies Record<string, { extensions: readonly string[]; mediaType: string }>;

export type DocumentType = keyof typeof documentTypes;

/** Every extension, in the order shown to people. */
export const documentExtensions: readonly string[] = Object.values(documentTypes).flatMap(
  ({ extensions }) => [...extensions],
);

/** For the `accept` attribute of a file field. */
export const acceptedExtensions = documentExtensions.map((extension) => `.${extension}`).join(",");

/** The type that a file's name claims, or null where its extension is not allowed. */
export function typeOfName(name: string): DocumentType | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const types = Object.keys(documentTypes) as DocumentType[];
  const allowed = (type: DocumentType): readonly string[] => documentTypes[type].extensions;
  return types.find((type) => allowed(type).includes(extension)) ?? null;
}
