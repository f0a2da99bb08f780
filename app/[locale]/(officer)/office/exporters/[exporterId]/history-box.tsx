import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";

const fields = [
  "legalName",
  "addressLines",
  "city",
  "province",
  "postalCode",
  "businessNumber",
] as const;

/** What was changed of the profile and of who acts for it, newest first. */
export async function HistoryBox({ history }: { history: ExporterDossier["history"] }) {
  const t = await getTranslations("dossier.history");
  const times = await deskTimes();
  const format = await getFormatter();

  function sentence({ kind, by, whom, data }: ExporterDossier["history"][number]): string {
    switch (kind) {
      case "exporter.created":
        return t("created", { by });
      case "exporter.changed": {
        const changed = fields.filter((name) => data.fields?.includes(name));
        // The attestation is given anew each time.
        if (changed.length === 0) return t("attested", { by });
        return t("changed", {
          by,
          fields: format.list(changed.map((name) => t(`fields.${name}`))),
        });
      }
      case "exporter.mergeProposed":
        return t("mergeProposed", { by });
      case "exporter.mergeDropped":
        return t("mergeDropped", { by });
      case "exporter.merged":
        return t(data.side === "from" ? "mergedFrom" : "mergedInto", { by });
      case "mandate.accepted":
        return t("accepted", { by });
      case "mandate.ended":
        return whom === "" || whom === by ? t("resigned", { by }) : t("ended", { by, whom });
    }
  }

  return (
    <section className="box" aria-labelledby="history-title">
      <h2 id="history-title">{t("title")}</h2>
      {history.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <ul className="small history">
          {history.map((entry) => (
            <li key={entry.id}>
              <span className="soft">{times.near(entry.at)}</span> {sentence(entry)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
