import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { listOpenMerges } from "@/lib/exporters/queries/merge";

/** Merges that wait for a second person; nothing where none does. */
export async function OpenMerges({ viewer }: { viewer: OfficerViewer }) {
  const open = await listOpenMerges(viewer);
  if (open.length === 0) return null;
  const t = await getTranslations("merge");
  return (
    <section className="need" aria-labelledby="merges-title">
      <h2 id="merges-title">{t("waiting", { count: open.length })}</h2>
      <ul>
        {open.map(({ id, from, into }) => (
          <li key={id}>
            <PageLink href={{ pathname: "/office/merges/[mergeId]", params: { mergeId: id } }}>
              {t("waitingOne", { from, into })}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
