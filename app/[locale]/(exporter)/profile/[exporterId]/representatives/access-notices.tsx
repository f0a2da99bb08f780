import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/layout/page-link";
import type { Representatives } from "@/lib/exporters/queries/representatives";
import { useFormatter } from "@/lib/i18n/formatter";

interface Props {
  exporterId: string;
  requests: NonNullable<Representatives["forOwner"]>["requests"];
}

/** Who asks to act for the profile and waits for an answer. */
export function AccessNotices({ exporterId, requests }: Props) {
  const t = useTranslations("representatives.request");
  const format = useFormatter();
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return requests.map(({ id, name, email, reason, createdAt }) => (
    <div className="notice" key={id}>
      <h2>{t("notice", { name })}</h2>
      <p>
        {t("text", {
          email: email ?? "–",
          date: format.dateTime(createdAt, { dateStyle: "long" }),
          reason,
        })}
      </p>
      <p>
        <PageLink
          className="button button--secondary button--small"
          href={{
            pathname: "/profile/[exporterId]/representatives/access/[requestId]",
            params: { exporterId, requestId: id },
          }}
        >
          {t.rich("open", { name, hidden })}
        </PageLink>
      </p>
    </div>
  ));
}
