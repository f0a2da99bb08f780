import { fullTitle } from "@/lib/i18n/full-title";

/** The title of a page that draws its own: its metadata is `{ title: null }`. Once on a page. */
export async function PageTitle({ title }: { title: string }) {
  return <title>{await fullTitle(title)}</title>;
}
