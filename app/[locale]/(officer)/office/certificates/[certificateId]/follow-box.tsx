import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { mayFollow } from "@/lib/certificates/access";
import type { OfficerViewer } from "@/lib/auth/viewer";
import type { FollowUp } from "@/lib/certificates/queries/find-life";
import { officeSteps, wordOf } from "@/lib/certificates/life/office-steps";
import { isPossible } from "./possible";

/** What can be recorded of the certificate now, for those who may; for others, who does. */
export async function FollowBox({
  viewer,
  certificate,
}: {
  viewer: OfficerViewer;
  certificate: FollowUp;
}) {
  const t = await getTranslations("life");
  const locale = await getLocale();
  const { id: certificateId, possible, ownProfile, open } = certificate;
  const why = ownProfile ? "ownProfile" : mayFollow(viewer) ? null : "readOnly";
  const steps = officeSteps.filter((step) => isPossible(step, possible));
  return (
    <section className="box" aria-labelledby="follow-title">
      <h2 id="follow-title">{t("do")}</h2>
      {open ? <p className="law">{t("invalidation.waits")}</p> : null}
      {why ? (
        <p className="note">{t(why)}</p>
      ) : (
        <ul>
          {steps.map((step) => (
            <li key={step}>
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]/[step]",
                  params: { certificateId, step: wordOf(step, locale) },
                }}
              >
                {t(`steps.${step}.title`)}
              </PageLink>
            </li>
          ))}
          {possible.has("invalidated") || open ? (
            <li>
              <PageLink
                href={{
                  pathname: "/office/certificates/[certificateId]/invalidation",
                  params: { certificateId },
                }}
              >
                {t("pages.invalidation")}
              </PageLink>
            </li>
          ) : null}
          {steps.length === 0 && !possible.has("invalidated") ? <li>{t("nothing")}</li> : null}
        </ul>
      )}
    </section>
  );
}
