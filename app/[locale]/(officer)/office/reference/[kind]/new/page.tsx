import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { proposeRow } from "./actions";
import { KindNotFound } from "@/app/[locale]/(officer)/office/reference/_parts/kind-not-found";
import { ProposeForm } from "@/app/[locale]/(officer)/office/reference/_parts/propose-form";
import { ReferenceTrail } from "@/app/[locale]/(officer)/office/reference/_parts/reference-trail";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { RowFields } from "@/app/[locale]/(officer)/office/reference/_parts/row-fields";
import { WhyFields } from "@/app/[locale]/(officer)/office/reference/_parts/why-fields";
import { kindNamed } from "@/lib/amendments/kinds";
import { asksDay } from "@/lib/amendments/schema";
import { requireOfficer } from "@/lib/auth/current";
import { todayInOttawa } from "@/lib/clock";

export const metadata: Metadata = { title: null };

/** Proposes a new row. */
export default async function NewRowPage({
  params,
}: PageProps<"/[locale]/office/reference/[kind]/new">) {
  const viewer = await requireOfficer("administrator");
  const kind = kindNamed((await params).kind);
  if (!kind) return <KindNotFound />;
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const title = t("new.title", { kind: words.kind(kind) });
  const list = { pathname: "/office/reference/[kind]", params: { kind } } as const;
  const today = words.date(todayInOttawa());
  return (
    <>
      <ReferenceTrail kind={kind} />
      <main id="main" className="o-page">
        <h1>{title}</h1>
        <p>{t("second")}</p>
        <ProposeForm
          action={proposeRow.bind(null, kind)}
          personId={viewer.userId}
          title={title}
          back={list}
        >
          <RowFields kind={kind} row={null} />
          <WhyFields day={asksDay(kind, true) ? today : null} />
        </ProposeForm>
      </main>
    </>
  );
}
