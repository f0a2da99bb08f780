import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { withdrawRequest } from "./actions";
import type { listAccessRequests } from "@/lib/exporters/queries/access-requests";
import { useFormatter } from "@/lib/i18n/formatter";

type Request = Awaited<ReturnType<typeof listAccessRequests>>[number];

const colour = { waiting: "tag--amber", accepted: "tag--green", refused: "", withdrawn: "" };

/** The reader's requests; one for a number that nobody bears looks like any other that waits. */
export function RequestTable({ requests }: { requests: readonly Request[] }) {
  const t = useTranslations("access");
  const format = useFormatter();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <table className="table--stack">
      <caption className="visually-hidden">{t("table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map(({ id, businessNumber, reason, createdAt, state }) => (
          <tr key={id}>
            <th scope="row">
              {businessNumber}
              <br />
              <span className="soft wraps">{reason}</span>
            </th>
            <td data-label={t("when")}>{format.dateTime(createdAt, { dateStyle: "medium" })}</td>
            <td data-label={t("state")}>
              <span className={`tag ${colour[state]}`.trim()}>{t(`states.${state}`)}</span>
            </td>
            <td className="num">
              {state === "waiting" ? (
                <form action={withdrawRequest.bind(null, id)}>
                  <button className="button button--link">
                    {t.rich("withdraw", { number: businessNumber, hidden })}
                  </button>
                </form>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
