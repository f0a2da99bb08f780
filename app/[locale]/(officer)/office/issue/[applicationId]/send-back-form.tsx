import { getTranslations } from "next-intl/server";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { reviewLimits } from "@/lib/reviews/schema";
import { sendFileBack } from "./actions";

interface Props {
  applicationId: string;
  /** `pageFormId` where no other form of the page has text to keep. */
  id?: string | undefined;
}

export async function SendBackForm({ applicationId, id }: Props) {
  const t = await getTranslations("office.sign.sendBack");
  return (
    <section className="box" aria-labelledby="send-back-title">
      <h2 id="send-back-title">{t("title")}</h2>
      <PortalForm id={id} action={sendFileBack.bind(null, applicationId)}>
        <TextArea
          name="reason"
          label={t("reason")}
          required
          rows={2}
          maxLength={reviewLimits.reason}
        />
        <div className="actions">
          <button className="button button--secondary">{t("button")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
