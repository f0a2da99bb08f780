import { useLocale, useTranslations } from "next-intl";
import { isInPlace } from "./in-place";
import type { OpenPoint } from "./open-points";
import { PassedChecks } from "./passed-checks";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { fieldId } from "@/components/form/field-id";
import type { Check } from "@/lib/applications/rules/engine";
import { getPathname } from "@/lib/i18n/navigation";

interface Props {
  points: readonly OpenPoint[];
  checks: readonly Check[];
  applicationId: string;
  /** Whether fields that a copy lacks are on this page. */
  inPlace?: boolean;
}

/** Everything that is left to do, and every remark, each leading to its place. */
export function FindingList({ points, checks, applicationId, inPlace = false }: Props) {
  const t = useTranslations("summary");
  const errors = useTranslations("errors") as unknown as (key: string, params?: object) => string;
  const locale = useLocale();
  const blocking = points.filter((point) => point.blocking);
  const remarks = points.filter((point) => !point.blocking);

  const sentence = ({ says }: OpenPoint) => {
    switch (says.kind) {
      case "rule":
        return says.sentence;
      case "field":
        return errors(says.problem.key, says.problem.params);
      case "undone":
        return t(`undone.${says.section}`);
    }
  };
  const address = ({ section, field }: OpenPoint) => {
    if (inPlace && section === "documents") return "#files";
    if (inPlace && field && isInPlace(field)) return `#${fieldId(field)}`;
    const path = getPathname({ href: sectionHref(section, applicationId, "summary"), locale });
    return field ? `${path}#${fieldId(field)}` : path;
  };
  const list = (all: readonly OpenPoint[]) => (
    <ul>
      {all.map((point, i) => (
        <li key={i}>
          <a href={address(point)}>{sentence(point)}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-label={t("checks.title")}>
      {blocking.length > 0 ? (
        <div className="notice notice--danger">
          <h2>{t("incomplete", { count: blocking.length })}</h2>
          <p>{t("incompleteText")}</p>
          {list(blocking)}
        </div>
      ) : (
        <div className="notice notice--success">
          <h2>{remarks.length > 0 ? t("ready") : t("complete")}</h2>
          {remarks.length > 0 ? null : <p>{t("completeText")}</p>}
        </div>
      )}
      {remarks.length > 0 ? (
        <div className="notice notice--warning">
          <h2>{t("warnings", { count: remarks.length })}</h2>
          <p>{t("warningsText")}</p>
          {list(remarks)}
        </div>
      ) : null}
      <PassedChecks checks={checks} />
    </section>
  );
}
