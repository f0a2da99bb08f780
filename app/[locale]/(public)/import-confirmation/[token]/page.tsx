import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { receiptLimits } from "@/lib/certificates/receipt/schema";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";
import { confirmReceipt } from "./confirm-receipt";
import { ReceiptAnswer } from "./receipt-answer";

export const metadata: Metadata = { title: null, robots: { index: false } };

/**
 * The form behind the link that was mailed to an importing authority. Opening it asks for nothing and changes nothing:
 * mail programs open links too. It is the same for every link, whether there is one or not.
 */
export default async function ImportConfirmationPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const t = await getTranslations("importReceipt");
  const verify = await getTranslations("verify");
  const words = {
    title: t("done.title"),
    text: t("done.text"),
    signed: t("done.signed"),
    hint: t("done.signedHint"),
    number: t("rows.number"),
    receivedOn: t("rows.receivedOn"),
    parcels: t("rows.parcels"),
    carats: t("rows.carats"),
    usd: t("rows.usd"),
    subheadings: t("rows.subheadings"),
    receipt: t("done.id"),
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <PortalForm action={confirmReceipt.bind(null, token)} title={await fullTitle(t("title"))}>
        <ReceiptAnswer words={words}>
          <p>{t("lede")}</p>
          <h2>{t("paper")}</h2>
          <TextField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            required
            width="w-12"
            maxLength={40}
          />
          <h2>{t("shipment")}</h2>
          <TextField
            name="receivedOn"
            label={t("receivedOn")}
            hint={t("receivedOnHint", { today: todayInOttawa() })}
            required
            width="w-12"
          />
          <TextField name="parcels" label={t("parcels")} inputMode="numeric" required width="w-4" />
          <TextField name="carats" label={t("carats")} inputMode="decimal" required width="w-12" />
          <TextField name="usd" label={t("usd")} inputMode="decimal" required width="w-12" />
          <TextField
            name="subheadings"
            label={t("subheadings")}
            hint={t("subheadingsHint")}
            required
            width="w-20"
          />
          <ChoiceField
            name="seals"
            label={t("seals")}
            required
            choices={[
              { value: "intact", text: t("intact") },
              { value: "broken", text: t("broken") },
            ]}
          />
          <TextArea
            name="remarks"
            label={t("remarks")}
            rows={3}
            maxLength={receiptLimits.remarks}
          />
          <h2>{t("who")}</h2>
          <TextField
            name="name"
            label={t("name")}
            required
            autoComplete="name"
            maxLength={receiptLimits.name}
          />
          <TextField
            name="role"
            label={t("role")}
            required
            autoComplete="organization-title"
            maxLength={receiptLimits.role}
          />
          <p className="small">{t("privacy")}</p>
          <div className="actions">
            <button className="button">{t("button")}</button>
          </div>
        </ReceiptAnswer>
      </PortalForm>
      <p>
        <PageLink href="/contact">{verify("contact")}</PageLink>
      </p>
    </>
  );
}
