import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InvitationNotices } from "./invitation-notices";
import { MandateCard } from "./mandate-card";
import { PageLink } from "@/components/layout/page-link";
import { requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { listInvitations } from "@/lib/exporters/queries/invitations";
import { listMandates } from "@/lib/exporters/queries/mandates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The profiles for which the reader acts, and the invitations to act for more. */
export default async function ProfilesPage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("profile");
  const query = await searchParams;
  const [mandates, invitations] = await Promise.all([
    listMandates(viewer),
    listInvitations(viewer),
  ]);
  const none = mandates.length === 0;
  return (
    <main id="main" className="container">
      <h1>{mandates.length > 1 ? t("listTitle") : t("title")}</h1>
      {query["saved"] ? (
        <div className="notice notice--success" role="status">
          <h2>{t("saved")}</h2>
          <p>{t("savedText")}</p>
        </div>
      ) : null}
      {query["resigned"] ? (
        <div className="notice notice--success" role="status">
          <h2>{t("resigned")}</h2>
          <p>{t("resignedText")}</p>
        </div>
      ) : null}
      {query["declined"] ? (
        <div className="notice notice--success" role="status">
          <h2>{t("declined")}</h2>
        </div>
      ) : null}
      <InvitationNotices invitations={invitations} />
      {none ? (
        <div className="notice">
          <h2>{t("none.title")}</h2>
          <p>{t("none.text")}</p>
        </div>
      ) : (
        <>
          <p className="lede">{t("lede", { count: mandates.length })}</p>
          <ul className="grid grid--2">
            {mandates.map((mandate) => (
              <MandateCard key={mandate.id} mandate={mandate} />
            ))}
          </ul>
        </>
      )}
      <div className="actions">
        {profilesWith(viewer, "prepare").length > 0 ? (
          <PageLink className="button" href="/applications/new">
            {t("apply")}
          </PageLink>
        ) : null}
        <PageLink className={none ? "button" : "button button--secondary"} href="/profile/new">
          {none ? t("create") : t("createAnother")}
        </PageLink>
      </div>
      <p>
        {t("accessText")} <PageLink href="/profile/access">{t("accessLink")}</PageLink>
      </p>
    </main>
  );
}
