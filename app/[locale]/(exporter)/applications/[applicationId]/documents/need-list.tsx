import { useTranslations } from "next-intl";
import type { Answers, DocumentFact } from "@/lib/applications/answers";
import { documentsNeeded } from "@/lib/applications/rules/evidence";

/** Which documents the answers ask for, and which of them are there. */
export function NeedList({
  answers,
  documents,
}: {
  answers: Answers;
  documents: readonly DocumentFact[];
}) {
  const t = useTranslations("documents");
  const needed = documentsNeeded(answers);
  const count = (kind: DocumentFact["kind"]) => documents.filter((d) => d.kind === kind).length;
  const optional = (["invoice", "packing_list", "waybill"] as const).filter(
    (kind) => !needed.some((need) => need.kind === kind),
  );
  return (
    <ul className="tasks">
      {needed.map(({ kind, files }) => {
        const attached = count(kind);
        return (
          <li key={kind}>
            <div>
              <strong>{t(`kinds.${kind}`)}</strong>
              <p>{t(`why.${kind}`, { files })}</p>
            </div>
            {attached >= files ? (
              <span className="tag tag--green">{t("attached")}</span>
            ) : (
              <span className="tag tag--amber">
                {attached > 0 ? t("some", { attached, needed: files }) : t("missing")}
              </span>
            )}
          </li>
        );
      })}
      {optional.map((kind) => {
        const there = count(kind) > 0;
        const first = kind === "invoice";
        const missing = first && documents.length === 0;
        return (
          <li key={kind}>
            <div>
              <strong>{t(`kinds.${kind}`)}</strong>
              <p>{first ? t("why.one") : t(`why.${kind}`)}</p>
            </div>
            <span className={there ? "tag tag--green" : missing ? "tag tag--amber" : "tag"}>
              {there ? t("attached") : missing ? t("missing") : t("notAttached")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
