import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Snapshot } from "@/lib/applications/snapshot";
import { showDate } from "@/lib/forms/dates";

/** By what a submission is known: when, by whom, and which reference data its checks used. */
export function VersionFacts({
  snapshot,
  submittedBy,
}: {
  snapshot: Snapshot;
  submittedBy: string;
}) {
  const t = useTranslations("versions");
  const format = useFormatter();
  const locale = useLocale();
  const facts = [
    [
      t("submitted"),
      format.dateTime(new Date(snapshot.submittedAt), { dateStyle: "long", timeStyle: "short" }),
    ],
    [t("by"), submittedBy],
    [t("referenceDay"), showDate(snapshot.referenceDay, locale)],
    ...(snapshot.reference
      ? [[t("referenceVersion"), snapshot.reference.version.slice(0, 12)]]
      : []),
    [t("schemaVersion"), String(snapshot.schemaVersion)],
  ];
  return (
    <div className="card card--wash">
      <h2>{t("facts")}</h2>
      <dl className="facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
