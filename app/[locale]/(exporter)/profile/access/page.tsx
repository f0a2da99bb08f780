import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { askForAccess } from "./actions";
import { RequestTable } from "./request-table";
import { StepForm } from "@/components/form/step-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { requireExporter } from "@/lib/auth/current";
import { listAccessRequests } from "@/lib/exporters/queries/access-requests";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Asks to act for the business of a number, and shows how one's requests stand. */
export default async function AccessPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const query = await searchParams;
  const requests = await listAccessRequests(viewer);
  const t = await getTranslations("access");
  const profile = await getTranslations("profile");
  const done = (["sent", "withdrawn"] as const).find((each) => query[each]);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/profile", text: profile("title") }]} />
      <main id="main" className="container">
        <h1>{t("title")}</h1>
        {done ? (
          <div className="notice notice--success" role="status">
            <h2>{t(`${done}.title`)}</h2>
            <p>{t(`${done}.text`)}</p>
          </div>
        ) : null}
        <StepForm
          title={await fullTitle(t("title"))}
          action={askForAccess}
          before={
            <p className="lede">
              {t("lede")} {t("ledeSame")}
            </p>
          }
          aside={
            <aside>
              <div className="card card--wash">
                <h2>{t("insteadTitle")}</h2>
                <p>{t("instead")}</p>
              </div>
            </aside>
          }
        >
          <TextField
            name="businessNumber"
            label={t("businessNumber")}
            hint={t("businessNumberHint")}
            required
            width="w-12"
          />
          <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} required rows={4} />
          <div className="actions">
            <button className="button">{t("send")}</button>
          </div>
        </StepForm>
        <h2>{t("yours")}</h2>
        {requests.length === 0 ? <p>{t("none")}</p> : <RequestTable requests={requests} />}
      </main>
    </>
  );
}
