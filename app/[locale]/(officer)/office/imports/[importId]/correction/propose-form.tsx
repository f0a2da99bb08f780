import { getLocale, getTranslations } from "next-intl/server";
import { propose } from "./actions";
import { DollarField } from "@/components/form/dollar-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { showDecimal } from "@/lib/forms/numbers";
import type { Corrections } from "@/lib/imports/queries/corrections";
import { correctionLimits } from "@/lib/imports/schema-correction";

interface Props {
  importId: string;
  officerId: string;
  /** Of the page, in full. */
  title: string;
  account: Corrections;
}

/** The totals of the paper, each typed twice, and why the account says otherwise. */
export async function ProposeForm({ importId, officerId, title, account }: Props) {
  const t = await getTranslations("correction");
  const locale = await getLocale();
  const carats = { inputMode: "decimal", after: "carats" } as const;
  return (
    <PortalForm action={propose.bind(null, importId)} title={title}>
      <HiddenField name="person" value={officerId} />
      <p>
        {t("propose.text", {
          carats: showDecimal(account.registered.carats, locale, "carats"),
          usd: showDecimal(account.registered.usd, locale, "usd"),
          used: showDecimal(account.used, locale, "carats"),
        })}
      </p>
      <div className="grid3">
        <TextField name="carats" label={t("propose.carats")} required {...carats} />
        <TextField name="caratsAgain" label={t("propose.caratsAgain")} required {...carats} />
      </div>
      <div className="grid3">
        <DollarField name="usd" label={t("propose.usd")} required />
        <DollarField name="usdAgain" label={t("propose.usdAgain")} required />
      </div>
      <TextArea
        name="reason"
        label={t("propose.reason")}
        hint={t("propose.reasonHint")}
        required
        rows={3}
        maxLength={correctionLimits.reason}
      />
      <div className="actions">
        <button className="button">{t("propose.button")}</button>
        <PageLink
          className="button button--link"
          href={{ pathname: "/office/imports/[importId]", params: { importId } }}
        >
          {t("back")}
        </PageLink>
      </div>
    </PortalForm>
  );
}
