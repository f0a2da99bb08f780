import { getTranslations } from "next-intl/server";
import type { Review } from "@/lib/reviews/queries/find-review";
import { ReadFields } from "./read-fields";

/**
 * The papers as they were submitted. A link shows one in the frame, so nothing typed beside it is
 * lost and no script is needed.
 */
export async function DocumentsPane({ review }: { review: Review }) {
  const t = await getTranslations("office.review.documents");
  const { documents } = review.snapshot;
  const [first] = documents;
  return (
    <section className="pane pane--doc" id="docs" aria-labelledby="docs-title" tabIndex={0}>
      <div className="line line--c">
        <h2 id="docs-title">{t("title")}</h2>
        <span className="small soft end">{t("count", { count: documents.length })}</span>
      </div>
      {first ? (
        <>
          <ul className="papers">
            {documents.map(({ id, kind, name, size }) => (
              <li key={id}>
                <a href={`/api/documents/${id}/view`} target="paper">
                  {t(`kinds.${kind}`)}
                </a>{" "}
                <span className="soft">
                  {name}, {t("size", { size: String(Math.ceil(size / 1024)) })}
                </span>{" "}
                <a href={`/api/documents/${id}`} aria-label={`${t("alone")} ${name}`}>
                  {t("alone")}
                </a>
              </li>
            ))}
          </ul>
          <p className="hint">{t("how")}</p>
          <iframe
            className="doc paper"
            name="paper"
            src={`/api/documents/${first.id}/view`}
            title={t("frame", { name: first.name })}
          />
        </>
      ) : (
        <p className="note">{t("none")}</p>
      )}
      {review.may.review ? <ReadFields /> : null}
    </section>
  );
}
