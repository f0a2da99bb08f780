import { useTranslations } from "next-intl";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";

interface Props {
  /** Asked as long as nothing of the conversation is sent. */
  subject?: string | undefined;
  text: string;
}

/** What somebody writes. */
export function MessageFields({ subject, text }: Props) {
  const t = useTranslations("messages.form");
  return (
    <>
      {subject === undefined ? null : (
        <TextField
          name="subject"
          label={t("subject")}
          hint={t("subjectHint")}
          required
          value={subject}
          autoComplete="on"
          width="w-full"
        />
      )}
      <TextArea name="text" label={t("text")} hint={t("textHint")} required value={text} rows={8} />
    </>
  );
}

/** Enter in the subject keeps what is typed: nothing leaves before somebody presses Send. */
export function MessageButtons({ files = 0 }: { files?: number }) {
  const t = useTranslations("messages.form");
  return (
    <div className="actions">
      <button className="button" name="intent" value="send">
        {t("send")}
      </button>
      <button className="button button--secondary" name="intent" value="attach">
        {t(files > 0 ? "attachMore" : "attach")}
      </button>
      <button className="button button--secondary" name="intent" value="draft">
        {t("saveDraft")}
      </button>
    </div>
  );
}

export function EnterSaves() {
  return (
    <button
      className="default-button"
      name="intent"
      value="draft"
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
