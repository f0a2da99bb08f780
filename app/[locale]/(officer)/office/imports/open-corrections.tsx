import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { listOpenCorrections } from "@/lib/imports/queries/corrections";

/** Accounts of which a correction waits to be decided; nothing where none does. */
export async function OpenCorrections({ viewer }: { viewer: OfficerViewer }) {
  const open = await listOpenCorrections(viewer);
  if (open.length === 0) return null;
  const t = await getTranslations("correction");
  return (
    <section className="need" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{t("waiting", { count: open.length })}</h2>
      <ul>
        {open.map(({ id, number, exporterName }) => (
          <li key={id}>
            <PageLink href={{ pathname: "/office/imports/[importId]", params: { importId: id } }}>
              {number}
            </PageLink>
            , {exporterName}
          </li>
        ))}
      </ul>
    </section>
  );
}
