import "server-only";
import { textOf } from "@/app/[locale]/(exporter)/applications/[applicationId]/keep-section";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { findBookEntry, type BookEntry } from "@/lib/exporters/queries/book";
import { errorKey } from "@/lib/forms/error-key";
import { refused, type FormState } from "@/lib/forms/form-state";

/**
 * The entry of the address book chosen in the list `name`, of this kind; or what the form answers where
 * none was chosen, or none that can be used here.
 */
export async function chosenEntry<K extends BookEntry["kind"]>(
  viewer: ExporterViewer,
  applicationId: string,
  { name, kind }: { name: string; kind: K },
  state: FormState,
  formData: FormData,
): Promise<
  { entry: Extract<BookEntry, { kind: K }>; answer?: never } | { answer: FormState; entry?: never }
> {
  const entry = await findBookEntry(viewer, applicationId, textOf(formData, name));
  if (entry?.kind === kind) return { entry: entry as Extract<BookEntry, { kind: K }> };
  return { answer: refused(state, formData, [{ field: name, key: errorKey("book.required") }]) };
}
