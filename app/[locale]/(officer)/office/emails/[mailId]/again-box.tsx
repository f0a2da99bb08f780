import { getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import type { FoundMail } from "@/lib/mail/queries/find-mail";
import { sendOnceMore } from "./actions";

interface Props {
  mail: FoundMail;
  again: NonNullable<FoundMail["again"]>;
  title: string;
}

/** Sends the mail again, in the language that its reader is to see first; or says why not. */
export async function AgainBox({ mail, again, title }: Props) {
  const t = await getTranslations("office.emails");
  if (again.refused) {
    return (
      <section className="box" aria-labelledby="again-title">
        <h2 id="again-title">{t("again.title")}</h2>
        <p>{t(`again.refused.${again.refused}`)}</p>
      </section>
    );
  }
  const { address, copies } = again;
  return (
    <section className="box" aria-labelledby="again-title">
      <h2 id="again-title">{t("again.title")}</h2>
      <p>
        {address === mail.recipient ? t("again.to", { address }) : t("again.toNow", { address })}
      </p>
      {mail.state === "inDoubt" ? <p className="need">{t("again.mayBeTwice")}</p> : null}
      {mail.state === "cameBack" ? <p className="need">{t("again.cameBack")}</p> : null}
      <PortalForm action={sendOnceMore.bind(null, mail.id)} title={title}>
        <ChoiceField
          name="language"
          label={t("again.language")}
          required
          inline
          value={mail.language}
          choices={(["en", "fr"] as const).map((value) => ({
            value,
            text: t(`languages.${value}`),
          }))}
        />
        <HiddenField name="copies" value={String(copies)} />
        <div className="actions">
          <button className="button">{t("again.button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
