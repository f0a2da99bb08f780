import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { MergeSide } from "@/lib/exporters/merge-figures";

interface Props {
  from: MergeSide;
  into: MergeSide;
}

/** Both profiles side by side; below 700 px each fact is a card with both. */
export async function SidesTable({ from, into }: Props) {
  const t = await getTranslations("merge");
  const times = await deskTimes();
  const sides = [
    ["from", from],
    ["into", into],
  ] as const;
  const lines = (text: readonly string[]) =>
    text.map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ));
  const rows = {
    address: ({ address }: MergeSide) => lines(address),
    businessNumber: ({ businessNumber }: MergeSide) => businessNumber ?? "–",
    registered: ({ createdAt }: MergeSide) => times.moment(createdAt),
    acting: ({ acting }: MergeSide) =>
      acting.length === 0
        ? t("nobody")
        : lines(acting.map(({ name, email }) => (email ? `${name} (${email})` : name))),
    drafts: ({ drafts }: MergeSide) => String(drafts),
    open: ({ open }: MergeSide) => String(open),
    ended: ({ ended }: MergeSide) => String(ended),
    imports: ({ imports }: MergeSide) => String(imports),
    announcements: ({ announcements }: MergeSide) => String(announcements),
    book: ({ book }: MergeSide) => String(book),
  } as const;
  return (
    <table className="t cards">
      <caption>{t("sides.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t("sides.fact")}</span>
          </th>
          {sides.map(([side, { id, legalName }]) => (
            <th key={side} scope="col">
              {t(`sides.${side}`)}{" "}
              <PageLink
                href={{ pathname: "/office/exporters/[exporterId]", params: { exporterId: id } }}
              >
                {legalName}
              </PageLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([name, show]) => (
          <tr key={name}>
            <th scope="row">{t(`sides.${name as keyof typeof rows}`)}</th>
            {sides.map(([side, profile]) => (
              <td key={side} data-l={t(`sides.${side}`)}>
                {show(profile)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
