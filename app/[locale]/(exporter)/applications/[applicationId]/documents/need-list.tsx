import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Answers, DocumentFact } from "@/lib/applications/answers";
import type { DocumentNeed } from "@/lib/applications/rules/evidence";
import { useFormatter } from "@/lib/i18n/formatter";

type Kind = DocumentFact["kind"];

interface Props {
  answers: Answers;
  needed: readonly DocumentNeed[];
  documents: readonly DocumentFact[];
  /** What the rules say is wrong, by the kind of document. */
  problems: ReadonlyMap<string, string>;
  /** Of the import certificates that rows may draw on. */
  certificates: readonly { readonly id: string; readonly number: string }[];
}

/** Which documents the answers ask for and why, what each is, and which of them are there. */
export function NeedList({ answers, needed, documents, problems, certificates }: Props) {
  const t = useTranslations("documents");
  const format = useFormatter();
  const attachedOf = (kind: Kind) => documents.filter((d) => d.kind === kind).length;
  const drawn = certificates.filter(({ id }) =>
    answers.origin?.origins?.some(
      (row) => row.category === "previously_imported" && row.importCertificateId === id,
    ),
  );
  const numbers = drawn.length > 0 ? format.list(drawn.map(({ number }) => number)) : "none";
  const optional = (["invoice", "packing_list", "waybill", "valuation", "other"] as const).filter(
    (kind) => !needed.some((need) => need.kind === kind),
  );
  return (
    <ul className="tasks">
      {needed.map(({ kind, files, rows }) => {
        const attached = attachedOf(kind);
        const list = format.list(rows.map(String));
        return (
          <Need
            key={kind}
            kind={kind}
            problem={problems.get(kind)}
            why={t(`why.${kind}`, { files, count: rows.length, list, numbers })}
          >
            {attached >= files ? (
              <span className="tag tag--green">{t("attached")}</span>
            ) : (
              <span className="tag tag--amber">
                {attached > 0 ? t("some", { attached, needed: files }) : t("missing")}
              </span>
            )}
          </Need>
        );
      })}
      {optional.map((kind) => {
        const there = attachedOf(kind) > 0;
        const first = kind === "invoice";
        const missing = first && documents.length === 0;
        return (
          <Need
            key={kind}
            kind={kind}
            problem={problems.get(kind)}
            why={first ? t("why.one") : t(`why.${kind}`)}
          >
            <span className={there ? "tag tag--green" : missing ? "tag tag--amber" : "tag"}>
              {there ? t("attached") : missing ? t("missing") : t("notAttached")}
            </span>
          </Need>
        );
      })}
    </ul>
  );
}

/** A kind of document: why it is asked for, what it is and who gives it. */
function Need({
  kind,
  why,
  problem,
  children,
}: {
  kind: Kind;
  why: string;
  problem: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations("documents");
  const form = useTranslations("form");
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  return (
    <li id={kind} tabIndex={-1} aria-describedby={problem ? `${kind}-error` : undefined}>
      <div>
        <strong>{t(`kinds.${kind}`)}</strong>
        {problem ? (
          <p className="error" id={`${kind}-error`}>
            <span className="visually-hidden">{form("error")} </span>
            {problem}
          </p>
        ) : null}
        <p>{why}</p>
        <details className="details small">
          <summary>{t.rich("about.title", { kind: t(`kinds.${kind}`), hidden })}</summary>
          <div>
            <p>{t(`about.${kind}.what`)}</p>
            <p>{t(`about.${kind}.where`)}</p>
          </div>
        </details>
      </div>
      {children}
    </li>
  );
}
