import path from "node:path";

/** Where a start without a configured certificate for documents keeps the one it makes. */
export const documentFiles = (folder: string) => ({
  PDF_CERTIFICATE_FILE: path.join(folder, "documents.pem"),
  PDF_KEY_FILE: path.join(folder, "documents-key.pem"),
});
