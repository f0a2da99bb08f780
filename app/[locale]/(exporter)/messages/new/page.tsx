import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { writeFirst } from "./actions";
import { EnterSaves, MessageButtons, MessageFields } from "../message-fields";
import { matterOptions } from "@/app/[locale]/matter-options";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import { fullTitle } from "@/lib/i18n/full-title";
import { choiceOf } from "@/lib/messages/matter";
import { findMatter } from "@/lib/messages/queries/list-matters";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** A new conversation with the office: for whom, about what, and its first message. */
export default async function NewMessagePage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("messages");
  const asked = await findMatter(viewer, (await searchParams)["about"]);
  const profiles = viewer.standings.filter(({ permissions }) => permissions.includes("prepare"));
  const chosen = await chosenStanding();
  const proposed =
    profiles.find(({ exporterId }) => exporterId === asked?.exporterId) ??
    profiles.find(({ exporterId }) => exporterId === chosen?.exporterId);
  const [only, ...others] = profiles;
  return (
    <>
      <Breadcrumbs trail={[{ href: "/messages", text: t("title") }]} />
      <main id="main" className="container">
        <h1>{t("new.title")}</h1>
        {only ? (
          <PortalForm title={await fullTitle(t("new.title"))} action={writeFirst}>
            <EnterSaves />
            <p>{t("new.intro")}</p>
            <HiddenField name="creationToken" value={crypto.randomUUID()} />
            {others.length === 0 ? (
              <HiddenField name="exporterId" value={only.exporterId} />
            ) : (
              <ChoiceField
                name="exporterId"
                label={t("new.exporter")}
                required
                value={proposed?.exporterId}
                choices={profiles.map(({ exporterId, legalName }) => ({
                  value: exporterId,
                  text: legalName,
                }))}
              />
            )}
            <SelectField
              name="about"
              label={t("new.about")}
              hint={t("new.aboutHint")}
              required
              prompt={t("new.choose")}
              value={asked ? choiceOf(asked) : undefined}
              options={await matterOptions(viewer, profiles, asked)}
            />
            <MessageFields subject="" text="" />
            <p className="hint">{t("form.attachHint")}</p>
            <MessageButtons />
          </PortalForm>
        ) : (
          <div className="notice">
            <PageTitle title={t("new.title")} />
            <p>{viewer.standings.length > 0 ? t("empty.viewOnly") : t("noProfile")}</p>
            <p>
              <PageLink href="/messages">{t("title")}</PageLink>
            </p>
          </div>
        )}
      </main>
    </>
  );
}
