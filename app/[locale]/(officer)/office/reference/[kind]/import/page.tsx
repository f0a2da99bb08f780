import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { importRows } from "./actions";
import { FileMessages } from "./file-messages";
import { FileField } from "./file-field";
import { Preview } from "./preview";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { WhyFields } from "@/app/[locale]/(officer)/office/reference/_parts/why-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { kindNamed, kinds } from "@/lib/amendments/kinds";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";
import { fullTitle } from "@/lib/i18n/full-title";

export const metadata: Metadata = { title: null };

/** Proposes all that a file says as one change, after showing what becomes of each of its lines. */
export default async function ImportPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/import">) {
  const viewer = await requireOfficer("administrator");
  const kind = kindNamed((await params).kind);
  if (!kind) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const title = t("file.title", { kind: words.kind(kind) });
  const { fields, holds } = kinds[kind];
  return (
    <>
      <ReferenceTrail kind={kind} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>{t("file.text")}</p>
        <PortalForm action={importRows.bind(null, kind)} title={await fullTitle(title)}>
          <HiddenField name="person" value={viewer.userId} />
          <FileMessages>
            <Preview />
            <FileField />
          </FileMessages>
          <TextArea
            name="csv"
            label={t("file.csv")}
            hint={t("file.csvHint", { columns: fields.map(({ column }) => column).join(",") })}
            rows={8}
          />
          <WhyFields day={holds === "asked" ? words.date(todayInOttawa()) : null} />
          <div className="actions">
            <button className="button button--secondary" name="intent" value="preview">
              {t("file.check")}
            </button>
            <button className="button" name="intent" value="propose">
              {t("propose")}
            </button>
          </div>
        </PortalForm>
      </main>
    </>
  );
}
