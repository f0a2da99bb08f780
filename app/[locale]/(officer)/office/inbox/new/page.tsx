import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileSearch } from "@/app/[locale]/(officer)/office/_desk/profile-search";
import { matterOptions } from "@/app/[locale]/matter-options";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { findImporter } from "@/lib/exporters/queries/search";
import { fullTitle } from "@/lib/i18n/full-title";
import { choiceOf } from "@/lib/messages/matter";
import { findMatter } from "@/lib/messages/queries/list-matters";
import { begin } from "./actions";

export const metadata: Metadata = { title: null };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The office begins a conversation: with whom, then about what. */
export default async function NewThreadPage({ searchParams }: Props) {
  const viewer = await requireOfficer("reviewer", "signatory");
  const query = await searchParams;
  const said = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const t = await getTranslations("office.inbox.begin");
  const inbox = await getTranslations("office.inbox");
  const trail = [{ href: "/office/inbox", text: inbox("title") }] as const;
  const matter = await findMatter(viewer, query["about"]);
  const asked = said("exporter") || (matter?.exporterId ?? "");
  const exporter = asked ? await findImporter(viewer, asked) : null;
  if (!exporter || exporter.ownProfile) {
    return (
      <>
        <Breadcrumbs trail={trail} />
        <main id="main" className="o-page">
          <PageTitle title={t("title")} />
          <ProfileSearch
            viewer={viewer}
            page="/office/inbox/new"
            name="exporter"
            text={said("find")}
            title={t("whom")}
            intro={t("whomIntro")}
            own={t("own")}
            problem={exporter ? t("own") : asked ? t("notFound") : null}
          />
        </main>
      </>
    );
  }
  const profile = { exporterId: exporter.id, legalName: exporter.legalName };
  return (
    <>
      <Breadcrumbs trail={trail} />
      <main id="main" className="o-page">
        <h1>{t("title")}</h1>
        <p>
          <b>{exporter.legalName}</b>, {exporter.city} ({exporter.province}).{" "}
          <PageLink href="/office/inbox/new">{t("another")}</PageLink>
        </p>
        <PortalForm action={begin.bind(null, exporter.id)} title={await fullTitle(t("title"))}>
          <HiddenField name="token" value={randomUUID()} />
          <SelectField
            name="about"
            label={t("about")}
            value={matter?.exporterId === exporter.id ? choiceOf(matter) : "general"}
            required
            options={await matterOptions(viewer, [profile], matter)}
          />
          <TextField name="subject" label={t("subject")} required width="w-full" />
          <TextArea name="text" label={t("text")} required rows={8} />
          <div className="actions">
            <button className="button" name="intent" value="send">
              {t("send")}
            </button>
            <button className="button button--secondary" name="intent" value="save">
              {t("save")}
            </button>
          </div>
          <p className="hint">{t("saveHint")}</p>
        </PortalForm>
      </main>
    </>
  );
}
