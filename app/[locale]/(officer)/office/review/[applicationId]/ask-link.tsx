import { getTranslations } from "next-intl/server";
import { kept } from "@/app/[locale]/(officer)/office/_desk/place";
import { PageLink } from "@/components/layout/page-link";
import type { AskableSection } from "@/lib/reviews/schema";

/** To the notice of deficiency, with the section already chosen. */
export async function AskLink({
  applicationId,
  section,
}: {
  applicationId: string;
  section: AskableSection;
}) {
  const t = await getTranslations("office.review.application");
  const sections = await getTranslations("sections");
  return (
    <PageLink
      className="ask"
      href={{
        pathname: "/office/review/[applicationId]/return",
        params: { applicationId },
        query: { ...(await kept()), ask: section },
      }}
      aria-label={t("askNamed", { section: sections(section) })}
    >
      {t("ask")}
    </PageLink>
  );
}
