import { getTranslations } from "next-intl/server";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { PageLink } from "@/components/layout/page-link";

/** No such kind, row or change; the way back is the list of kinds. */
export async function KindNotFound() {
  const t = await getTranslations("office.reference");
  return (
    <main id="main" className="o-page">
      <RecordNotFound back={<PageLink href="/office/reference">{t("title")}</PageLink>} />
    </main>
  );
}
