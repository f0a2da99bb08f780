import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";

/** What became of a duplicate, which ones became part of this, and what is only proposed. */
export async function MergedNotice({ dossier }: { dossier: ExporterDossier }) {
  const t = await getTranslations("dossier.merged");
  const { mergedIntoId, mergedIntoName, mergedFrom, openMergeId } = dossier;
  const exporter = (exporterId: string) =>
    ({ pathname: "/office/exporters/[exporterId]", params: { exporterId } }) as const;
  return (
    <>
      {mergedIntoId === null ? null : (
        <div className="need">
          <p>
            {t("into")} <PageLink href={exporter(mergedIntoId)}>{mergedIntoName}</PageLink>
          </p>
          <p>{t("stays")}</p>
        </div>
      )}
      {openMergeId === null ? null : (
        <div className="need">
          <p>
            <PageLink
              href={{ pathname: "/office/merges/[mergeId]", params: { mergeId: openMergeId } }}
            >
              {t("proposed")}
            </PageLink>
          </p>
        </div>
      )}
      {mergedFrom.length === 0 ? null : (
        <div className="note">
          <p>{t("from")}</p>
          <ul>
            {mergedFrom.map(({ id, legalName }) => (
              <li key={id}>
                <PageLink href={exporter(id)}>{legalName}</PageLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
