import { getTranslations } from "next-intl/server";
import { ChoiceField } from "@/components/form/choice-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { Announced } from "@/lib/imports/queries/find-sent-announcement";
import { answerOutcomes } from "@/lib/imports/schema-answer";
import { registerLimits } from "@/lib/imports/schema-register";
import { answer } from "./actions";
import { LetterPreview } from "./letter-preview";

interface Props {
  announced: Announced;
  /** Of the page, in full. */
  title: string;
}

/** Asks for something else, or declines; both with the letter as the exporter will read it. */
export async function AnswerForm({ announced, title }: Props) {
  const t = await getTranslations("office.imports.announcement");
  const { id, version, number, importer, announcedBy } = announced;
  const theirs = await getTranslations({
    locale: announcedBy.language,
    namespace: "office.imports.announcement.letter",
  });
  const of = (outcome: (typeof answerOutcomes)[number]) => ({
    subject: theirs(`subject.${outcome}`, { number: number ?? "" }),
    opening: theirs(`opening.${outcome}`),
    closing: theirs(`closing.${outcome}`),
  });
  return (
    <section className="box" aria-labelledby="answer-title">
      <h2 id="answer-title">{t("answerTitle")}</h2>
      <p className="note">{t(`language.${announcedBy.language}`)}</p>
      <PortalForm action={answer.bind(null, id)} title={title} version={version}>
        <input type="hidden" name="version" value={version} />
        <ChoiceField
          name="outcome"
          label={t("outcome")}
          required
          choices={answerOutcomes.map((value) => ({
            value,
            text: t(`outcomes.${value}`),
            hint: t(`outcomeHints.${value}`),
          }))}
        />
        <TextArea
          name="answer"
          label={t("answer")}
          required
          rows={5}
          maxLength={registerLimits.answer}
        />
        <LetterPreview
          title={t("letter.title")}
          empty={t("letter.empty")}
          language={announcedBy.language}
          exporterName={importer.legalName}
          head={{
            office: theirs("office"),
            department: theirs("department"),
            attention: theirs("attention", { name: announcedBy.name }),
          }}
          words={{ returned: of("returned"), declined: of("declined") }}
        />
        <div className="actions">
          <button className="button button--secondary" name="intent" value="preview">
            {t("preview")}
          </button>
          <button className="button button--secondary" name="intent" value="send">
            {t("send")}
          </button>
        </div>
      </PortalForm>
    </section>
  );
}
