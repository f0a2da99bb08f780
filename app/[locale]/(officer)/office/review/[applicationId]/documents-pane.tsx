import { getTranslations } from "next-intl/server";
import { ReadFields } from "./read-fields";
import { SectionHead } from "./section-head";
import { DocumentViewer } from "@/app/[locale]/(officer)/office/_desk/document-viewer";
import type { Review } from "@/lib/reviews/queries/find-review";
import type { FoundWork } from "@/lib/reviews/queries/find-work";

/** The papers as they were submitted, above the fields in which their figures are typed. */
export async function DocumentsPane({ review, work }: { review: Review; work: FoundWork }) {
  const t = await getTranslations("office.review.documents");
  const { documents } = review;
  return (
    <section className="pane pane--doc" id="docs" aria-labelledby="docs-title" tabIndex={0}>
      <div className="line line--c">
        <h2 id="docs-title">{t("title")}</h2>
        <span className="small soft">{t("count", { count: documents.length })}</span>
      </div>
      <SectionHead review={review} work={work} section="documents" title={t("asSent")} />
      <DocumentViewer documents={documents} />
      {documents.length === 0 ? <p className="note">{t("none")}</p> : null}
      {review.may.review ? <ReadFields /> : null}
    </section>
  );
}
