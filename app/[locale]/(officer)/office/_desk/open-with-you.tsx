import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { carried, type QueueFilter } from "@/lib/reviews/queue-filter";

interface Props {
  files: readonly { readonly id: string; readonly number: string; readonly returned: boolean }[];
  /** Where the reader is in the queue. */
  place: QueueFilter;
  /** The file of this page. */
  here?: string;
}

/** The files that the officer holds, one press away; nothing where there is none but the one of this page. */
export async function OpenWithYou({ files, place, here }: Props) {
  const t = await getTranslations("office.openWithYou");
  if (files.every(({ id }) => id === here)) return null;
  return (
    <nav className="openwith" aria-label={t("label")}>
      <span aria-hidden="true">{t("label")}</span>
      <ul>
        {files.map(({ id: applicationId, number, returned }) => (
          <li key={applicationId}>
            <PageLink
              href={{
                pathname: "/office/review/[applicationId]",
                params: { applicationId },
                query: carried(place),
              }}
              aria-current={applicationId === here ? "page" : undefined}
            >
              {number}
            </PageLink>
            {returned ? <span className="soft"> {t("returned")}</span> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}
