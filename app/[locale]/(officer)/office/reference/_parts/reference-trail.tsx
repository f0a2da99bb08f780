import { getTranslations } from "next-intl/server";
import { referenceWords } from "./reference-words";
import { rowHref } from "./row-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import type { ReferenceKind } from "@/prisma/generated/enums";

interface Props {
  /** The table in whose list the page stands. */
  kind: ReferenceKind;
  /** The row that the page is about, where it is about one. */
  row?: { key: string; name: string };
}

/** The way to a page of the reference data. */
export async function ReferenceTrail({ kind, row }: Props) {
  const t = await getTranslations("office.reference");
  const words = await referenceWords();
  return (
    <Breadcrumbs
      trail={[
        { href: "/office/reference", text: t("title") },
        {
          href: { pathname: "/office/reference/[kind]", params: { kind } },
          text: words.kind(kind),
        },
        ...(row ? [{ href: rowHref(kind, row.key, ""), text: row.name }] : []),
      ]}
    />
  );
}
