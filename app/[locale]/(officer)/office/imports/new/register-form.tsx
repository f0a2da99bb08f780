import { randomUUID } from "node:crypto";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { getPathname, type Href } from "@/lib/i18n/navigation";
import type { ImportOf } from "@/lib/imports/commands/register";
import { getReference } from "@/lib/reference/queries";
import { registerImport } from "./actions";
import { DuplicateLink } from "./duplicate-link";
import { LiveChecks } from "./live-checks";
import { PaperFields } from "./paper-fields";

interface Props {
  of: ImportOf;
  /** Of the page, in full. */
  title: string;
  /** Where to write to the exporter instead, for an import of which they have told. */
  better?: Href;
}

/** The form beside the paper. */
export async function RegisterForm({ of, title, better }: Props) {
  const t = await getTranslations("office.imports.form");
  const checks = await getTranslations("office.imports.checks");
  const locale = await getLocale();
  const today = todayInOttawa();
  const reference = await getReference(today);
  const { office } = await getMessages();
  const entry = { pathname: "/office/imports/[importId]", params: { importId: "{id}" } } as const;
  return (
    <PortalForm action={registerImport} title={title}>
      <HiddenField name="token" value={randomUUID()} />
      <input type="hidden" name="version" value="0" />
      {"announcementId" in of ? (
        <>
          <input type="hidden" name="announcement" value={of.announcementId} />
          <HiddenField name="read" value={String(of.version)} />
        </>
      ) : "documentId" in of ? (
        <input type="hidden" name="document" value={of.documentId} />
      ) : (
        <input type="hidden" name="importer" value={of.exporterId} />
      )}
      <DuplicateLink
        text={t.raw("duplicateLink") as string}
        address={decodeURI(getPathname({ href: entry, locale }))}
      />
      <PaperFields reference={reference} />
      <section className="box" aria-labelledby="import-title">
        <h2 id="import-title">{t("import")}</h2>
        <div className="grid3">
          <TextField name="importedOn" label={t("importedOn")} hint={t("importedHint")} required />
          <TextField name="originalReceivedOn" label={t("originalReceivedOn")} />
        </div>
        <CheckboxField name="stampSeen" label={t("stampSeen")} />
      </section>
      <LiveChecks
        reference={{
          participants: reference.participants,
          priceBands: reference.priceBands.filter(({ mine }) => mine === null),
        }}
        today={today}
        title={checks("title")}
        none={checks("none")}
        messages={office.imports.checks}
      />
      <div className="acts">
        <span className="end line line--c">
          {better ? (
            <PageLink className="button button--secondary" href={better}>
              {t("better")}
            </PageLink>
          ) : null}
          <button className="button">{t("register")}</button>
        </span>
      </div>
    </PortalForm>
  );
}
