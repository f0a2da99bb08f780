import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { SummaryList } from "@/components/record/summary-list";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";

/** The profile as it stands; what was submitted bears its own facts. */
export async function ProfileBox({ dossier }: { dossier: ExporterDossier }) {
  const t = await getTranslations("dossier.profile");
  const times = await deskTimes();
  const { addressLines, city, province, postalCode, businessNumber } = dossier;
  return (
    <section className="box" aria-labelledby="profile-title">
      <h2 id="profile-title">{t("title")}</h2>
      <SummaryList
        rows={[
          { term: t("address"), text: [...addressLines, `${city} (${province}) ${postalCode}`] },
          { term: t("businessNumber"), text: businessNumber ?? "" },
          { term: t("attested"), text: times.moment(dossier.residencyAttestedAt) },
          { term: t("registered"), text: times.moment(dossier.createdAt) },
        ]}
      />
      {dossier.ownProfile ? <p className="need">{t("own")}</p> : null}
    </section>
  );
}
