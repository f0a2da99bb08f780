import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { PreparedRequest } from "@/lib/reviews/queries/list-prepared";
import { takeBack } from "./actions";

interface Props {
  requests: readonly PreparedRequest[];
  places: readonly { readonly value: string; readonly text: string }[];
  applicationId: string;
}

/** What was prepared from this conversation already, to be taken back, and the way to the notice. */
export async function PreparedList({ requests, places, applicationId }: Props) {
  const t = await getTranslations("office.inbox.request");
  const times = await deskTimes();
  if (requests.length === 0) return null;
  return (
    <section className="box" aria-labelledby="prepared-title">
      <h2 id="prepared-title">{t("prepared", { count: requests.length })}</h2>
      <ul>
        {requests.map(({ id, place, words, by, at }) => {
          const text = places.find(({ value }) => value === place)?.text ?? place;
          return (
            <li key={id}>
              <b>{text}</b> <span className="basis">{t("by", { by, when: times.near(at) })}</span>
              {words ? <span className="block written">{words}</span> : null}
              <form action={takeBack.bind(null, id)}>
                <button
                  className="button button--link"
                  aria-label={t("takeBackNamed", { place: text })}
                >
                  {t("takeBack")}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <PageLink
        href={{ pathname: "/office/review/[applicationId]/return", params: { applicationId } }}
      >
        {t("toNotice")}
      </PageLink>
    </section>
  );
}
