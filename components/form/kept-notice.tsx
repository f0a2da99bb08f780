"use client";

import { useTranslations } from "next-intl";
import { TypedTexts } from "@/components/form/typed-texts";
import { useKept } from "@/components/form/kept-context";

/** Says that text was kept, shows all of it to copy, and takes it away. `filled`: it stands in the fields too. */
export function KeptNotice({ filled = false }: { filled?: boolean }) {
  const kept = useKept();
  const t = useTranslations("form");
  if (!kept) return null;
  const typed = <TypedTexts values={kept.values} />;
  return (
    <div className="notice notice--warning" role="status">
      <h2>{t("kept.title")}</h2>
      <p>{t(filled ? "kept.text" : "kept.beside", { at: kept.at })}</p>
      {filled ? (
        <details className="details small">
          <summary>{t("kept.all")}</summary>
          <div>{typed}</div>
        </details>
      ) : (
        typed
      )}
      <form action={kept.discard}>
        <button className="button button--secondary button--small">{t("kept.discard")}</button>
      </form>
    </div>
  );
}
