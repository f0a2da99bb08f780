import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { RowDifferences } from "@/app/[locale]/(officer)/office/reference/_parts/differences";
import { OutcomeTag } from "@/app/[locale]/(officer)/office/reference/_parts/outcome-tag";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { PageLink } from "@/components/layout/page-link";
import type { FoundRow } from "@/lib/amendments/queries/find-row";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  kind: ReferenceKind;
  history: FoundRow["history"];
}

/** Every change of a row, newest first: from when, what, on which basis, by whom. */
export async function RowHistory({ kind, history }: Props) {
  const t = await getTranslations("office.reference.history");
  const words = await referenceWords();
  const times = await deskTimes();
  return (
    <section className="box" aria-labelledby="history-title">
      <h2 id="history-title">{t("title")}</h2>
      {history.length === 0 ? <p>{t("none")}</p> : null}
      <ol className="plain">
        {history.map((change) => (
          <li key={change.id}>
            <p>
              <b>{t("from", { day: words.date(change.effectiveFrom) })}</b>{" "}
              <OutcomeTag outcome={change.outcome} immediate={change.immediate} />
            </p>
            <RowDifferences kind={kind} {...change} />
            <p className="small soft">
              {t("by", {
                by: change.by,
                when: times.moment(change.proposedAt),
                source: change.source,
              })}{" "}
              {change.outcome && change.decidedAt
                ? t(change.outcome, {
                    by: change.decidedBy ?? "",
                    when: times.moment(change.decidedAt),
                  })
                : null}{" "}
              <PageLink
                href={{
                  pathname: "/office/reference/changes/[changeId]",
                  params: { changeId: change.id },
                }}
              >
                {t("see")}
              </PageLink>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
