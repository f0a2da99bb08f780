import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { matterHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { PageLink } from "@/components/layout/page-link";
import { useFormatter } from "@/lib/i18n/formatter";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

/** What the conversation is about, who can read it, and for whom it waits. */
export function ThreadHead({ thread }: { thread: OpenThread }) {
  const t = useTranslations("messages.head");
  const format = useFormatter();
  const { matter, exporter, lastMessageAt, waitingSince } = thread;
  const link = (chunks: ReactNode) =>
    matter ? <PageLink href={matterHref(matter)}>{chunks}</PageLink> : chunks;
  const when = (at: Date) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <p className="soft small">
        {matter
          ? t.rich(`about.${matter.kind}`, { number: matter.number, link })
          : t("about.general")}{" "}
        {lastMessageAt ? t("readBy", { exporter: exporter.legalName }) : t("onlyYou")}
      </p>
      {waitingSince ? (
        <p className="soft small">{t("waits", { when: when(waitingSince) })}</p>
      ) : null}
    </>
  );
}
