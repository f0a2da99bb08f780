import { getTranslations } from "next-intl/server";

interface Props {
  documents: readonly { id: string; name: string; size: number }[];
  /** What is said where there is none. */
  none: "none" | "paper";
}

/** The scans beside what is typed from them. A link shows one in the frame, so no script is needed. */
export async function ScanPane({ documents, none }: Props) {
  const t = await getTranslations("office.imports.scan");
  const [first] = documents;
  return (
    <section aria-labelledby="scan-title" className="beside">
      <h2 id="scan-title">{t("title")}</h2>
      {first ? (
        <>
          <ul className="papers">
            {documents.map(({ id, name, size }) => (
              <li key={id}>
                <a href={`/api/documents/${id}/view`} target="paper">
                  {name}
                </a>{" "}
                <span className="soft">{t("size", { size: String(Math.ceil(size / 1024)) })}</span>{" "}
                <a href={`/api/documents/${id}`} aria-label={`${t("alone")} ${name}`}>
                  {t("alone")}
                </a>
              </li>
            ))}
          </ul>
          <p className="hint">{t("how")}</p>
          <iframe
            className="doc paper paper--high"
            name="paper"
            src={`/api/documents/${first.id}/view`}
            title={t("frame", { name: first.name })}
          />
        </>
      ) : (
        <p className="note">{t(none)}</p>
      )}
    </section>
  );
}
