import { getTranslations } from "next-intl/server";
import { ProfileSearch } from "@/app/[locale]/(officer)/office/_desk/profile-search";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";

interface Props {
  viewer: OfficerViewer;
  text: string;
  /** Why the profile that was chosen cannot be it. */
  problem: "own" | "notFound" | null;
}

/** Whose import it was. */
export async function ImporterSearch({ viewer, text, problem }: Props) {
  const t = await getTranslations("office.imports.importer");
  return (
    <ProfileSearch
      viewer={viewer}
      page="/office/imports/new"
      name="importer"
      text={text}
      title={t("whose")}
      intro={
        <>
          {t("intro")} <PageLink href="/office/imports">{t("toAnnounced")}</PageLink>
        </>
      }
      own={t("own")}
      problem={problem && t(problem)}
    />
  );
}
