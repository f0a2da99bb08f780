import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { InboxThread } from "@/lib/messages/queries/find-inbox-thread";

interface Props {
  application: NonNullable<InboxThread["application"]>;
  threadId: string;
}

/** Why nothing can be asked through the application at the moment, and what can be done instead. */
export function NotNow({ application, threadId }: Props) {
  const t = useTranslations("office.inbox.request");
  const { id: applicationId, number, ask, holder } = application;
  if (ask === "now") return null;
  return (
    <>
      <p className="note">{t(`notNow.${ask}`, { number, holder: holder ?? "" })}</p>
      <p className="line">
        <PageLink href={{ pathname: "/office/review/[applicationId]", params: { applicationId } }}>
          {t("toApplication", { number })}
        </PageLink>
        <PageLink href={{ pathname: "/office/inbox/[threadId]", params: { threadId } }}>
          {t("back")}
        </PageLink>
      </p>
    </>
  );
}
