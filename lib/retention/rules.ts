/** What the worker disposes of once it was approved; the other rules say what is done elsewhere, or never. */
export const disposedOf = ["application_documents", "abandoned_draft"] as const;
export type DisposedOf = (typeof disposedOf)[number];
