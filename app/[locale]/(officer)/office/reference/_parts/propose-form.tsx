import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { PageLink } from "@/components/layout/page-link";
import { fullTitle } from "@/lib/i18n/full-title";
import type { Href } from "@/lib/i18n/navigation";

interface Props {
  action: ComponentProps<typeof PortalForm>["action"];
  /** For whom the page is drawn: nobody else presses it. */
  personId: string;
  /** Of the page. */
  title: string;
  back: Href;
  children: ReactNode;
}

/** What an administrator proposes to change of the reference data, or thinks better of. */
export async function ProposeForm({ action, personId, title, back, children }: Props) {
  const t = await getTranslations("office.reference");
  return (
    <PortalForm action={action} title={await fullTitle(title)}>
      <HiddenField name="person" value={personId} />
      {children}
      <div className="actions">
        <button className="button">{t("propose")}</button>
        <PageLink className="button button--link" href={back}>
          {t("back")}
        </PageLink>
      </div>
    </PortalForm>
  );
}
