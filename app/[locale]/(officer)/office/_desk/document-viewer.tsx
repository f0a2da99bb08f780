import { getLocale, getTranslations } from "next-intl/server";
import { ScanNote } from "@/components/record/scan-note";
import { isOpenable } from "@/lib/documents/openable";
import { firstPage, pageAddress } from "@/lib/documents/page-address";
import type { DocumentKind, ScanState } from "@/prisma/generated/enums";

interface Props {
  documents: readonly {
    readonly id: string;
    readonly kind: DocumentKind;
    readonly name: string;
    readonly scan?: ScanState | undefined;
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
  const first = documents.find(({ scan }) => isOpenable(scan));
  const noted = documents.some(({ scan }) => scan && scan !== "clean");
  const isOneOfMany = (kind: DocumentKind) =>
    documents.filter((document) => document.kind === kind).length > 1;
  return (
    <>
      {documents.length > 1 || noted ? (
        <>
          <ul className="views papers">
            {documents.map(({ id, kind, name, scan }) => {
              const words = (
                <>
                  {kinds(kind)}
                  {isOneOfMany(kind) ? <span className="soft"> {name}</span> : null}
                </>
              );
              return (
                <li key={id}>
                  {isOpenable(scan) ? (
                    <a href={pageAddress(id, view)} target="paper">
                      {words}
                    </a>
                  ) : (
                    words
                  )}{" "}
                  <ScanNote scan={scan} office />
                </li>
              );
            })}
          </ul>
          {first ? <p className="hint">{t("how")}</p> : null}
        </>
      ) : null}
      {first ? (
        <iframe
          className="paper"
          name="paper"
          src={pageAddress(first.id, view)}
          title={t("frame")}
        />
      ) : null}
    </>
  );
}
