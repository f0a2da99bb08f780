import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { writeFirst } from "./actions";
import { EnterSaves, MessageButtons, MessageFields } from "../message-fields";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { chosenStanding } from "@/lib/auth/acting-for";
import { requireExporter } from "@/lib/auth/current";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { fullTitle } from "@/lib/i18n/full-title";
import { findMatter, listMatters } from "@/lib/messages/queries/list-matters";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** A new conversation with the office: for whom, about what, and its first message. */
export default async function NewMessagePage({ searchParams }: Props) {
  const viewer = await requireExporter();
  const t = await getTranslations("messages");
  const asked = await matterAsked(viewer, await searchParams);
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
              value={asked ? `${asked.kind}:${asked.id}` : undefined}
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

type Matter = NonNullable<Awaited<ReturnType<typeof findMatter>>>;

/** What the page that led here is about. */
async function matterAsked(
  viewer: ExporterViewer,
  query: Awaited<Props["searchParams"]>,
): Promise<Matter | null> {
  for (const kind of ["application", "certificate", "import"] as const) {
    const id = query[kind];
    if (typeof id === "string") return findMatter(viewer, kind, id);
  }
  return null;
}

/** Everything it can be about, under its kind; with several profiles, under whose it is. */
async function matterOptions(
  viewer: ExporterViewer,
  profiles: ExporterViewer["standings"],
  asked: Matter | null,
) {
  const t = await getTranslations("messages");
  const several = profiles.length > 1;
  const options = [{ value: "general", text: t("abouts.general") }];
  for (const { exporterId, legalName } of profiles) {
    const newest = await listMatters(viewer, exporterId);
    const missing =
      asked?.exporterId === exporterId && !newest.some(({ id }) => id === asked.id) ? [asked] : [];
    options.push(
      ...[...missing, ...newest].map(({ kind, id, number }) => ({
        value: `${kind}:${id}`,
        text: t(`matters.${kind}`, { number }),
        group: several ? `${legalName}: ${t(`groups.${kind}`)}` : t(`groups.${kind}`),
      })),
    );
  }
  return options;
}
