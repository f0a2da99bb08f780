import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { DocumentViewer } from "@/app/[locale]/(officer)/office/_desk/document-viewer";

interface Props {
  documents: ComponentProps<typeof DocumentViewer>["documents"];
  /** What is said where there is none. */
  none: "none" | "paper";
}

/** The scans beside what is typed from them. */
export async function ScanPane({ documents, none }: Props) {
  const t = await getTranslations("office.imports.scan");
  return (
    <section aria-labelledby="scan-title" className="beside">
      <h2 id="scan-title">{t("title")}</h2>
      {documents.length > 0 ? (
        <DocumentViewer documents={documents} />
      ) : (
        <p className="note">{t(none)}</p>
      )}
    </section>
  );
}
