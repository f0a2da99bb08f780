import { getLocale, getTranslations } from "next-intl/server";
import { firstPage, pageAddress } from "@/lib/documents/page-address";
import type { DocumentKind } from "@/prisma/generated/enums";

interface Props {
  documents: readonly {
    readonly id: string;
    readonly kind: DocumentKind;
    readonly name: string;
  }[];
}

/**
 * Papers beside a form: a link shows one in the frame below, where its pages are turned, so nothing that is
 * typed on the page is lost and no script is needed. Nothing is drawn where there are none.
 */
export async function DocumentViewer({ documents }: Props) {
  const t = await getTranslations("office.viewer");
  const kinds = await getTranslations("office.review.documents.kinds");
  const view = firstPage(await getLocale());
  const [first] = documents;
  if (!first) return null;
  const isOneOfMany = (kind: DocumentKind) =>
    documents.filter((document) => document.kind === kind).length > 1;
  return (
    <>
      {documents.length > 1 ? (
        <>
          <ul className="views papers">
            {documents.map(({ id, kind, name }) => (
              <li key={id}>
                <a href={pageAddress(id, view)} target="paper">
                  {kinds(kind)}
                  {isOneOfMany(kind) ? <span className="soft"> {name}</span> : null}
                </a>
              </li>
            ))}
          </ul>
          <p className="hint">{t("how")}</p>
        </>
      ) : null}
      <iframe
        className="doc paper"
        name="paper"
        src={pageAddress(first.id, view)}
        title={t("frame")}
      />
    </>
  );
}
