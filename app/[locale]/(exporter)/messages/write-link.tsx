import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { ThreadMatterNamed } from "@/lib/messages/matter";

/** On the page of a record: the way to a message about it. */
export function WriteLink({ kind, id }: Pick<ThreadMatterNamed, "kind" | "id">) {
  const t = useTranslations("messages");
  return (
    <PageLink href={{ pathname: "/messages/new", query: { [kind]: id } }}>
      {t("writeAbout")}
    </PageLink>
  );
}
