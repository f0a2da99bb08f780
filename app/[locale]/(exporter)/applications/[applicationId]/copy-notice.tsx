import { getLocale, getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { sectionHref, tasksHref } from "./section-href";
import { fieldId } from "@/components/form/field-id";
import { PageLink } from "@/components/layout/page-link";
import type { LeftOut } from "@/lib/applications/copy";
import { findCopy } from "@/lib/applications/queries/copy";
import { getPathname } from "@/lib/i18n/navigation";

/** What a copy was made of, and what it was not given: the list grows shorter as it is filled in. */
export async function CopyNotice({ opened: { application, viewer } }: { opened: OpenedSection }) {
  if (!application.copiedFromId) return null;
  const copy = await findCopy(viewer, application.id);
  if (!copy) return null;
  const t = await getTranslations("copy");
  const locale = await getLocale();
  const { source, leftOut } = copy;
  const name = source.number ?? t("unnumbered");
  const address = ({ section, field }: LeftOut) => {
    const path = getPathname({ href: sectionHref(section, application.id), locale });
    return field ? `${path}#${fieldId(field)}` : path;
  };
  return (
    <div className="notice">
      <h2>
        {leftOut.length > 0
          ? t("hub.title", { name, count: leftOut.length })
          : t("hub.done", { name })}
      </h2>
      <p>{leftOut.length > 0 ? t("hub.text") : t("hub.doneText")}</p>
      {leftOut.length > 0 ? (
        <ul>
          {leftOut.map((each) => (
            <li key={`${each.fact} ${each.row ?? ""}`}>
              <a href={address(each)}>{t(`facts.${each.fact}`, { row: each.row ?? 0 })}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="small">
        <PageLink href={tasksHref(source.id)}>{t("hub.see", { name })}</PageLink>
      </p>
    </div>
  );
}
