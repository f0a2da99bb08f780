import { getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { lifeLimits } from "@/lib/certificates/life/schema";
import { accept, propose, refuse, takeBack } from "./actions";

interface Props {
  certificateId: string;
  officerId: string;
  /** Of the page, in full. */
  title: string;
}

/** The first person: why, and who abroad will be told. */
export async function ProposeForm({ certificateId, officerId, title }: Props) {
  const t = await getTranslations("life");
  return (
    <PortalForm action={propose.bind(null, certificateId)} title={title}>
      <HiddenField name="person" value={officerId} />
      <TextArea
        name="reason"
        label={t("invalidation.reason")}
        required
        rows={4}
        maxLength={lifeLimits.words}
      />
      <TextField name="authority" label={t("fields.authority")} required />
      <TextField name="recipient" type="email" label={t("fields.recipient")} required />
      <div className="actions">
        <button className="button">{t("invalidation.propose")}</button>
      </div>
    </PortalForm>
  );
}

/** The second person's two answers. */
export async function DecideForms({
  certificateId,
  officerId,
  title,
  proposal,
}: Props & { proposal: string }) {
  const t = await getTranslations("life.invalidation");
  const hidden = (
    <>
      <HiddenField name="person" value={officerId} />
      <HiddenField name="proposal" value={proposal} />
    </>
  );
  return (
    <>
      <PortalForm action={accept.bind(null, certificateId)}>
        {hidden}
        <h2>{t("accept")}</h2>
        <p>{t("acceptText")}</p>
        <div className="actions">
          <button className="button button--danger">{t("accept")}</button>
        </div>
      </PortalForm>
      <PortalForm action={refuse.bind(null, certificateId)} title={title}>
        {hidden}
        <h2>{t("refuse")}</h2>
        <TextArea
          name="answer"
          label={t("answer")}
          required
          rows={3}
          maxLength={lifeLimits.words}
        />
        <div className="actions">
          <button className="button button--secondary">{t("refuse")}</button>
        </div>
      </PortalForm>
    </>
  );
}

/** Whoever proposed cannot decide, only think again. */
export async function TakeBackForm({
  certificateId,
  officerId,
  title,
  proposal,
}: Props & { proposal: string }) {
  const t = await getTranslations("life.invalidation");
  return (
    <PortalForm action={takeBack.bind(null, certificateId)} title={title}>
      <HiddenField name="person" value={officerId} />
      <HiddenField name="proposal" value={proposal} />
      <p>{t("own")}</p>
      <div className="actions">
        <button className="button button--secondary">{t("takeBack")}</button>
      </div>
    </PortalForm>
  );
}
