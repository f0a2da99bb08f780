import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { referenceKinds } from "@/lib/amendments/kinds";
import type { ReferenceKind } from "@/prisma/generated/enums";

/** The other kinds, one press away. */
export async function KindTabs({ kind: shown }: { kind: ReferenceKind }) {
  const t = await getTranslations("office.reference");
  return (
    <nav aria-label={t("lists")}>
      <ul className="views">
        {referenceKinds.map((kind) => (
          <li key={kind}>
            <PageLink
              href={{ pathname: "/office/reference/[kind]", params: { kind } }}
              aria-current={kind === shown ? "page" : undefined}
            >
              {t(`kinds.${kind}.title`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
