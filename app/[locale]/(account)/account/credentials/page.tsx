import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestForm } from "./request-form";
import { SavedNotice } from "@/app/[locale]/(account)/account/saved-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { StepUpNotice } from "@/components/form/step-up-notice";
import { requestLocale, requireDecider } from "@/lib/auth/current";
import { isSteppedUp } from "@/lib/auth/step-up";
import { getPathname } from "@/lib/i18n/navigation";
import { listCredentialRequests } from "@/lib/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.credentials");
  return { title: t("title") };
}

const outcomes = ["accepted", "refused", "gone"] as const;

/** The requests for a new credential that the reader may decide. */
export default async function CredentialsPage({
  searchParams,
}: PageProps<"/[locale]/account/credentials">) {
  const viewer = await requireDecider();
  const query = await searchParams;
  const requests = await listCredentialRequests(viewer);
  const outcome = outcomes.find((known) => known === query["outcome"]);
  const t = await getTranslations("account");
  const locale = await requestLocale();
  return (
    <>
      <Breadcrumbs trail={[{ href: "/account", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("credentials.title")}</h1>
        {outcome ? (
          <SavedNotice
            kind={outcome === "gone" ? "warning" : "success"}
            title={t(`credentials.${outcome}.title`)}
            text={t(`credentials.${outcome}.text`)}
          />
        ) : null}
        {requests.length === 0 ? (
          <div className="notice">
            <h2>{t("credentials.none.title")}</h2>
            <p>{t("credentials.none.text")}</p>
          </div>
        ) : viewer.kind === "officer" && !isSteppedUp(viewer) ? (
          <StepUpNotice returnTo={getPathname({ href: "/account/credentials", locale })} />
        ) : (
          <>
            <p className="lede">{t("credentials.lede")}</p>
            {requests.map((request) => (
              <RequestForm key={request.id} request={request} />
            ))}
          </>
        )}
      </main>
    </>
  );
}
