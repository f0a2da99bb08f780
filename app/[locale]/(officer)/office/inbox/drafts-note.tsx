import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { listOfficeDrafts } from "@/lib/messages/queries/list-office-drafts";

interface Props {
  drafts: Awaited<ReturnType<typeof listOfficeDrafts>>;
}

/** What the officer has begun to write, which nobody else sees. */
export async function DraftsNote({ drafts }: Props) {
  const t = await getTranslations("office.inbox");
  if (drafts.length === 0) return null;
  return (
    <div className="note">
      <p>{t("drafts", { count: drafts.length })}</p>
      <ul>
        {drafts.map(({ id, subject, exporter }) => (
          <li key={id}>
            <PageLink href={{ pathname: "/office/inbox/[threadId]", params: { threadId: id } }}>
              {exporter.legalName}
            </PageLink>{" "}
            <span dir="auto">{subject || t("noSubject")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
