import { getTranslations } from "next-intl/server";
import { RowDifferences } from "@/app/[locale]/(officer)/office/reference/_parts/differences";
import { referenceWords } from "@/app/[locale]/(officer)/office/reference/_parts/reference-words";
import { rowHref } from "@/app/[locale]/(officer)/office/reference/_parts/row-href";
import { PageLink } from "@/components/layout/page-link";
import type { FoundChange } from "@/lib/amendments/queries/find-change";

/** Every row of a change, as it was and as it is to be. */
export async function ChangedRows({ kind, rows }: Pick<FoundChange, "kind" | "rows">) {
  const t = await getTranslations("office.reference.decide");
  const words = await referenceWords();
  return (
    <section className="box" aria-labelledby="rows-title">
      <h2 id="rows-title">{t("what")}</h2>
      {rows.map(({ key, before, after, changed }) => (
        <div key={key}>
          <h3>
            {before ? (
              <PageLink href={rowHref(kind, key, "")}>{words.row(kind, after)}</PageLink>
            ) : (
              words.row(kind, after)
            )}{" "}
            {before ? null : <span className="tag tag--blue">{t("new")}</span>}
          </h3>
          <RowDifferences kind={kind} before={before} after={after} changed={changed} />
        </div>
      ))}
    </section>
  );
}
