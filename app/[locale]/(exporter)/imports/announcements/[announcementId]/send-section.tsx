import { useLocale, useTranslations } from "next-intl";
import { detailsHref } from "@/app/[locale]/(exporter)/imports/imports-href";
import { fieldId } from "@/components/form/field-id";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import type { PressAction } from "@/components/form/use-press";
import { getPathname } from "@/lib/i18n/navigation";
import type { Lack } from "@/lib/imports/lacks";
import type { Announcement } from "@/lib/imports/queries/find-announcement";

interface Props {
  announcement: Announcement;
  action: PressAction;
  /** Of the page, unless something else has taken it. */
  title?: string;
}

/** The button that sends it; before that, what it lacks. */
export function SendSection({ announcement, action, title }: Props) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const { id, status, version, lacks } = announcement;
  const path = getPathname({ href: detailsHref(id), locale });
  const placeOf = (lack: Lack) => (lack.startsWith("scan") ? "#files" : `${path}#${fieldId(lack)}`);
  return (
    <section>
      <h2>{t("page.send")}</h2>
      {lacks.length > 0 ? (
        <div className="notice">
          <h3>{t("page.lacks")}</h3>
          <ul>
            {lacks.map((lack) => (
              <li key={lack}>
                <a href={placeOf(lack)}>{t(`lacks.${lack}`)}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <PortalForm action={action} {...(title === undefined ? {} : { title })} version={version}>
          <HiddenField name="version" value={String(version)} />
          <p>{t("page.sendText")}</p>
          <p className="actions">
            <button className="button">
              {t(status === "returned" ? "page.sendAgain" : "page.sendButton")}
            </button>
          </p>
        </PortalForm>
      )}
    </section>
  );
}
