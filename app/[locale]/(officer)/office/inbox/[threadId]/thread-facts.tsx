import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { Href } from "@/lib/i18n/navigation";
import type { ThreadMatterNamed } from "@/lib/messages/matter";
import type { InboxThread } from "@/lib/messages/queries/find-inbox-thread";
import type { OpenThread } from "@/lib/messages/queries/find-thread";

interface Props {
  thread: OpenThread;
  office: InboxThread;
}

/** With whom, about what, since when it waits, and in which language they read. */
export async function ThreadFacts({ thread, office }: Props) {
  const t = await getTranslations("office.inbox");
  const times = await deskTimes();
  const { matter, exporter, waitingSince } = thread;
  return (
    <p className="small">
      <PageLink
        href={{
          pathname: "/office/exporters/[exporterId]",
          params: { exporterId: exporter.id },
        }}
      >
        {exporter.legalName}
      </PageLink>
      {" · "}
      {matter ? (
        <>
          {t("aboutWhat")} {t(`abouts.${matter.kind}`)}{" "}
          <PageLink className="mono" href={matterHref(matter)}>
            {matter.number}
          </PageLink>
          .{" "}
        </>
      ) : (
        <>{t("aboutGeneral")} </>
      )}
      {t(`reads.${office.language}`)}{" "}
      {waitingSince ? <b>{t("waitsSince", { when: times.lately(waitingSince) })}</b> : null}
    </p>
  );
}

function matterHref({ kind, id }: ThreadMatterNamed): Href {
  switch (kind) {
    case "application":
      return { pathname: "/office/review/[applicationId]", params: { applicationId: id } };
    case "certificate":
      return { pathname: "/office/certificates/[certificateId]", params: { certificateId: id } };
    case "import":
      return { pathname: "/office/imports/[importId]", params: { importId: id } };
  }
}
