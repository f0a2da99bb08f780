import { getTranslations } from "next-intl/server";
import { FoundApart } from "@/app/[locale]/(officer)/office/review/[applicationId]/found-apart";
import type { Finding } from "@/lib/applications/rules/rule";

interface Props {
  gone: readonly Finding[];
  added: readonly Finding[];
}

/** What the checks found on one of two versions only, as they ran when each was submitted. */
export async function CheckChanges({ gone, added }: Props) {
  const t = await getTranslations("office.changes.checks");
  return (
    <section aria-labelledby="checks-title">
      <h2 id="checks-title">{t("title")}</h2>
      {gone.length + added.length === 0 ? <p>{t("same")}</p> : null}
      <FoundApart
        found={[
          { title: t("added"), findings: added },
          { title: t("gone"), findings: gone },
        ]}
      />
    </section>
  );
}
