import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { referenceWords } from "./reference-words";
import { kinds } from "@/lib/amendments/kinds";
import type { Row } from "@/lib/amendments/row";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  kind: ReferenceKind;
  before: Row | null;
  after: Row;
  changed: readonly string[];
}

/** What changes in a row, field by field: as it was, as it is to be. */
export async function RowDifferences({ kind, before, after, changed }: Props) {
  const t = await getTranslations("office.reference.differences");
  const words = await referenceWords();
  const fields = kinds[kind].fields.filter(
    ({ name }) => changed.includes(name) && (before ?? after[name]),
  );
  return (
    <dl className="kv">
      {fields.map((field) => {
        const [was, is] = [before?.[field.name] ?? null, after[field.name] ?? null];
        return (
          <Fragment key={field.name}>
            <dt>{words.field(field.name)}</dt>
            <dd className="written">
              {before ? (
                <>
                  <del>
                    <span className="visually-hidden">{t("was")} </span>
                    {words.value(field, was) || t("empty")}
                  </del>{" "}
                </>
              ) : null}
              <ins>
                <span className="visually-hidden">{t("is")} </span>
                {words.value(field, is) || t("empty")}
              </ins>
            </dd>
          </Fragment>
        );
      })}
    </dl>
  );
}
