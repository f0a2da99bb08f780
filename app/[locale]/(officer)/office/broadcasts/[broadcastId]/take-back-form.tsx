import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { PortalForm } from "@/components/form/portal-form";
import { takeBackBroadcast } from "./actions";

interface Props {
  id: string;
  /** Whether pages show it already. */
  shown: boolean;
  /** Of the page, in full. */
  title: string;
}

/** Says what follows, and asks once more. */
export async function TakeBackForm({ id, shown, title }: Props) {
  const t = await getTranslations("office.broadcasts.takeBack");
  return (
    <section className="box" aria-labelledby="take-back-title">
      <h2 id="take-back-title">{t("title")}</h2>
      <p>{t(shown ? "shown" : "planned")}</p>
      <PortalForm action={takeBackBroadcast.bind(null, id)} title={title}>
        <CheckboxField name="confirm" label={t("confirm")} required />
        <div className="actions">
          <button className="button button--danger">{t("button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
