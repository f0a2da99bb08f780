import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proposeLastDay } from "./actions";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ProposeForm } from "@/app/[locale]/(officer)/office/reference/_parts/propose-form";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { OpenNotice } from "@/app/[locale]/(officer)/office/reference/_parts/open-notice";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { keyIn, rowHref } from "@/app/[locale]/(officer)/office/reference/_parts/row-href";
import { WhyFields } from "@/app/[locale]/(officer)/office/reference/_parts/why-fields";
import { TextField } from "@/components/form/text-field";
import { kindNamed, kinds } from "@/lib/amendments/kinds";
import { findRow } from "@/lib/amendments/queries/find-row";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";

export const metadata: Metadata = { title: null };

/** Proposes the last day of a row: it stays, for the days on which it held. */
export default async function EndRowPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/row/[key]/end">) {
  const viewer = await requireOfficer("administrator");
  const asked = await params;
  const kind = kindNamed(asked.kind);
  const key = keyIn(asked.key);
  const found = kind && (await findRow(viewer, kind, key, todayInOttawa()));
  if (!kind || !found || !kinds[kind].to) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const name = words.row(kind, found.newest);
  const title = t("end.title", { name });
  return (
    <>
      <ReferenceTrail kind={kind} row={{ key, name }} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>{t("end.text")}</p>
        <OpenNotice open={found.open} />
        <ProposeForm
          action={proposeLastDay.bind(null, kind, key)}
          personId={viewer.userId}
          title={title}
          back={rowHref(kind, key, "")}
        >
          <TextField
            name="lastDay"
            label={t("end.lastDay")}
            hint={t("form.hints.day")}
            required
            width="w-12"
          />
          <WhyFields day={null} />
        </ProposeForm>
      </main>
    </>
  );
}
