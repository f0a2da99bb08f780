import { useTranslations } from "next-intl";
import { useId, type Ref } from "react";
import type { PlacedFailure } from "@/lib/documents/upload-result";

interface Props {
  added: number;
  failed: readonly PlacedFailure[];
  ref?: Ref<HTMLDivElement>;
}

/** What of a press could not be added, each leading to its file. */
export function UploadSummary({ added, failed, ref }: Props) {
  const t = useTranslations("documents");
  const title = useId();
  return (
    <div
      className="error-summary"
      id="not-added"
      role="alert"
      tabIndex={-1}
      ref={ref}
      aria-labelledby={title}
    >
      <h2 id={title}>{t("addedAndNot", { added, failed: failed.length })}</h2>
      <ul>
        {failed.map(({ problem, name, under = "", place }) => (
          <li key={place}>
            <a href={`#${place}`}>
              {name === "" ? null : (
                <>
                  <bdi>{name}</bdi>
                  {t("sending.colon")}{" "}
                </>
              )}
              {t(`problems.${problem}`, { under })}
            </a>
          </li>
        ))}
      </ul>
      {added > 0 ? <p>{t("each")}</p> : null}
    </div>
  );
}
