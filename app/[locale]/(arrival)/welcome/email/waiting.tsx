import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";

interface Props {
  /** Who else may agree, besides an administrator. */
  decider: "owner" | "administrator";
  query: Record<string, string>;
}

/** The address is known: somebody must agree that this is the same person with a new credential. */
export async function Waiting({ decider, query }: Props) {
  const t = await getTranslations("welcome.waiting");
  return (
    <>
      <PageTitle title={t("title")} />
      <h1>{t("title")}</h1>
      <p className="lede">{t("text")}</p>
      <p>{t(decider)}</p>
      <p>{t("speak")}</p>
      <p>{t("then")}</p>
      <p>
        <PageLink href={{ pathname: "/welcome/profile", query }}>{t("other")}</PageLink>
      </p>
    </>
  );
}
