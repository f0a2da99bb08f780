import { useTranslations } from "next-intl";
import { discard } from "./actions";

/** Throws the draft away, after a second press. */
export function DiscardDraft({ threadId }: { threadId: string }) {
  const t = useTranslations("messages.discard");
  return (
    <details className="details">
      <summary>{t("title")}</summary>
      <div>
        <p>{t("text")}</p>
        <form action={discard.bind(null, threadId)}>
          <button className="button button--danger">{t("button")}</button>
        </form>
      </div>
    </details>
  );
}
