import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { dismiss } from "./actions";

/** Takes a mail that was never sent off the list of those that somebody must look at. */
export async function DismissForm({ mailId }: { mailId: string }) {
  const t = await getTranslations("office.emails.dismiss");
  return (
    <section className="box" aria-labelledby="dismiss-title">
      <h2 id="dismiss-title">{t("title")}</h2>
      <p>{t("text")}</p>
      <PortalForm action={dismiss.bind(null, mailId)}>
        <div className="actions">
          <button className="button button--secondary">{t("button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
