import { getTranslations } from "next-intl/server";
import type { Review } from "@/lib/reviews/queries/find-review";

/** Two pairs of eyes in words: each condition of this person's signature, for or against, and what follows. */
export async function TwoPairs({ review }: { review: Review }) {
  const t = await getTranslations("office.sign.eyes");
  const { objections, exporterName, recommendation } = review;
  const may = objections.length === 0;
  const words = { exporter: exporterName, by: recommendation?.by ?? "" };
  return (
    <section className={may ? "ok" : "law"} aria-labelledby="eyes-title">
      <h2 id="eyes-title">{t("title")}</h2>
      <ul className="checks">
        {(["recommender", "editor", "ownProfile"] as const).map((condition) => {
          const against = objections.includes(condition);
          return (
            <li key={condition} className={against ? "b" : "p"}>
              {t(`${condition}.${against ? "against" : "for"}`, words)}
            </li>
          );
        })}
      </ul>
      <p>
        <b>{t(may ? "may" : "cannot")}</b>
      </p>
    </section>
  );
}
