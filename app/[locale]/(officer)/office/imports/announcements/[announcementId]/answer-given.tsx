import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { Announced } from "@/lib/imports/queries/find-sent-announcement";

/** How the office answered last. */
export async function AnswerGiven({ announced }: { announced: Announced }) {
  const t = await getTranslations("office.imports.announcement");
  const times = await deskTimes();
  const { number, importCertificateId, answer, answeredAt, answeredBy } = announced;
  if (!answeredAt) return null;
  return (
    <section className="box" aria-labelledby="answered-title">
      <h2 id="answered-title">{t("answered")}</h2>
      {importCertificateId ? (
        <p>
          <PageLink
            href={{
              pathname: "/office/imports/[importId]",
              params: { importId: importCertificateId },
            }}
          >
            {t("registeredAs", { number: announced.registeredNumber ?? number ?? "" })}
          </PageLink>
        </p>
      ) : (
        <p className="written">{answer}</p>
      )}
      <p className="soft small">
        {t("answeredBy", { name: answeredBy, when: times.near(answeredAt) })}
      </p>
    </section>
  );
}
