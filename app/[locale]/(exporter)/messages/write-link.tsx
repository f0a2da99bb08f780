import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { choiceOf, type ThreadMatterNamed } from "@/lib/messages/matter";

/** On the page of a record: the way to a message about it. */
export function WriteLink(matter: Pick<ThreadMatterNamed, "kind" | "id">) {
  const t = useTranslations("messages");
  return (
    <PageLink href={{ pathname: "/messages/new", query: { about: choiceOf(matter) } }}>
      {t("writeAbout")}
    </PageLink>
  );
}
