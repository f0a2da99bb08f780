import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageTitle } from "@/components/layout/page-title";

/** No such record, or none of the reader's business: the same page for both. */
export async function RecordNotFound({ back }: { back?: ReactNode }) {
  const t = await getTranslations("frame.notFound");
  return (
    <>
      <PageTitle title={t("title")} />
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      {back ? <p>{back}</p> : null}
    </>
  );
}
