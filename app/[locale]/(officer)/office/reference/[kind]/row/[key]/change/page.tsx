import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proposeRowChange } from "./actions";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ProposeForm } from "@/app/[locale]/(officer)/office/reference/_parts/propose-form";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { OpenNotice } from "@/app/[locale]/(officer)/office/reference/_parts/open-notice";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { RowFields } from "@/app/[locale]/(officer)/office/reference/_parts/row-fields";
import { keyIn, rowHref } from "@/app/[locale]/(officer)/office/reference/_parts/row-href";
import { WhyFields } from "@/app/[locale]/(officer)/office/reference/_parts/why-fields";
import { HiddenField } from "@/components/form/hidden-field";
import { kindNamed, kinds } from "@/lib/amendments/kinds";
import { findRow } from "@/lib/amendments/queries/find-row";
import { asksDay } from "@/lib/amendments/schema";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";

export const metadata: Metadata = { title: null };

/** Proposes how a row is to be from a day on. */
export default async function ChangeRowPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/row/[key]/change">) {
  const viewer = await requireOfficer("administrator");
  const asked = await params;
  const kind = kindNamed(asked.kind);
  const key = keyIn(asked.key);
  const today = todayInOttawa();
  const found = kind && (await findRow(viewer, kind, key, today));
  if (!kind || !found || kinds[kind].versions) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const name = words.row(kind, found.newest);
  const title = t("change.title", { name });
  return (
    <>
      <ReferenceTrail kind={kind} row={{ key, name }} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>{t("second")}</p>
        <OpenNotice open={found.open} />
        <ProposeForm
          action={proposeRowChange.bind(null, kind, key)}
          personId={viewer.userId}
          title={title}
          back={rowHref(kind, key, "")}
        >
          <HiddenField name="seen" value={found.seen} />
          <RowFields kind={kind} row={found.newest} />
          <WhyFields day={asksDay(kind, false) ? words.date(today) : null} />
        </ProposeForm>
      </main>
    </>
  );
}
