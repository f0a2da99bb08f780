import { getTranslations } from "next-intl/server";
import { referenceWords } from "../_parts/reference-words";
import { rowHref } from "../_parts/row-href";
import { StandingTag } from "../_parts/standing-tag";
import { PageLink } from "@/components/layout/page-link";
import { kinds } from "@/lib/amendments/kinds";
import type { KindRow } from "@/lib/amendments/queries/list-kind";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  kind: ReferenceKind;
  rows: readonly KindRow[];
  on: string;
}

/** The rows of a kind on a day; below 700 px each is a card. */
export async function RowTable({ kind, rows, on }: Props) {
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  const { shown, fields, from, to } = kinds[kind];
  const dated = Boolean(from ?? to);
  const columns = shown.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const heading = (name: string) =>
    /^(name|text|basis)En$/.test(name)
      ? t(`stems.${name.slice(0, -2) as "name"}`)
      : words.field(name);
  return (
    <table className="t cards">
      <caption>{t("rowsOn", { count: rows.length, day: words.date(on) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("key")}</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {heading(name)}
            </th>
          ))}
          {dated ? <th scope="col">{t("inForce")}</th> : null}
          <th scope="col">{t("thatDay")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, row, stands, open }) => (
          <tr key={key}>
            <th scope="row">
              <PageLink href={rowHref(kind, key, "")}>
                {kinds[kind].versions ? words.row(kind, row) : key}
              </PageLink>
            </th>
            {columns.map((field) => {
              const stem = /^(name|text|basis)En$/.exec(field.name)?.[1] as "name" | undefined;
              const { own, other } = stem ? words.both(row, stem) : { own: "", other: "" };
              return (
                <td key={field.name} data-l={heading(field.name)}>
                  {stem ? (
                    <span>
                      {own}
                      {other === own ? null : (
                        <span className="sub" lang={words.otherLanguage}>
                          {other}
                        </span>
                      )}
                    </span>
                  ) : (
                    words.value(field, row[field.name] ?? null)
                  )}
                </td>
              );
            })}
            {dated ? <td data-l={t("inForce")}>{words.days(kind, row)}</td> : null}
            <td data-l={t("thatDay")}>
              <span>
                <StandingTag stands={stands} />
                {open ? <span className="tag tag--amber">{t("waitingTag")}</span> : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
