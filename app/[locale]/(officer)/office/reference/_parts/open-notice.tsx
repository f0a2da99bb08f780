import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";

/** Another change of the row waits: whoever proposes one now is told before they type. */
export async function OpenNotice({ open }: { open: { id: string; by: string } | null }) {
  if (!open) return null;
  const t = await getTranslations("office.reference.row");
  return (
    <p className="need">
      {t("open", { by: open.by })}{" "}
      <PageLink
        href={{ pathname: "/office/reference/changes/[changeId]", params: { changeId: open.id } }}
      >
        {t("see")}
      </PageLink>
    </p>
  );
}
