import { useTranslations } from "next-intl";
import type { OpenedSection } from "@/app/[locale]/(exporter)/applications/[applicationId]/open-section";
import { HiddenField } from "@/components/form/hidden-field";
import { SavedLine } from "@/components/form/saved-line";
import { neighbour } from "@/lib/applications/sections";
import { useFormatter } from "@/lib/i18n/formatter";

/** Save and continue, Previous, Save draft: the end of every section's form. */
export function SectionActions({ opened }: { opened: OpenedSection }) {
  const { application, fromSummary, section } = opened;
  const t = useTranslations("application");
  const format = useFormatter();
  const returned = application.status === "returned";
  const next = fromSummary ? "nextToSummary" : returned ? "nextToTasks" : "next";
  const when = format.dateTime(application.updatedAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      {Object.entries(opened.drawn).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {fromSummary ? <input type="hidden" name="from" value="summary" /> : null}
      <div className="actions">
        <button className="button" name="intent" value="next">
          {t(next)}
        </button>
        {fromSummary || returned || !neighbour(section, -1) ? null : (
          <button className="button button--secondary" name="intent" value="previous">
            {t("previous")}
          </button>
        )}
        <button className="button button--secondary" name="intent" value="draft">
          {t("draft")}
        </button>
        <SavedLine before={t("lastSaved", { when })} />
      </div>
    </>
  );
}
