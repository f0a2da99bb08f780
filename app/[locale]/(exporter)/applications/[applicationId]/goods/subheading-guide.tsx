import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChoiceField } from "@/components/form/choice-field";
import {
  subheadingQuestions,
  subheadingStep,
  type SubheadingAnswers,
} from "@/lib/applications/subheading";
import type { TariffSubheading } from "@/lib/reference/types";

interface Props {
  /** Of the tariff line. */
  index: number;
  subheadings: readonly TariffSubheading[];
}

/**
 * Three questions that lead to a line's subheading, or to why the stones need no certificate. Each answer
 * shows what follows from it by itself, so that it works without script; none is kept.
 */
export function SubheadingGuide(props: Props) {
  const t = useTranslations("application.goods.guide");
  return (
    <details className="details guide">
      <summary>{t("title")}</summary>
      <div>
        <Step {...props} answers={{}} />
      </div>
    </details>
  );
}

type StepProps = Props & { answers: SubheadingAnswers };

function Step({ answers, ...props }: StepProps) {
  const t = useTranslations("application.goods.guide");
  const step = subheadingStep(answers);
  if (!("ask" in step)) return <Outcome {...props} {...step} />;
  const { ask } = step;
  // Each branch of the tree is a question of its own.
  const name = ["guide", props.index, ask, ...Object.values(answers)].join("-");
  return (
    <ChoiceField
      name={name}
      label={t(`${ask}.question`)}
      hint={t(`${ask}.hint`)}
      marked={false}
      choices={subheadingQuestions[ask].map((value) => ({
        value,
        text: t(`${ask}.${value}` as "sorted.no"),
        more: <Step {...props} answers={{ ...answers, [ask]: value }} />,
      }))}
    />
  );
}

function Outcome({ index, subheadings, code, rough }: Props & { code: string; rough: boolean }) {
  const t = useTranslations("application.goods.guide");
  const locale = useLocale();
  const known = subheadings.find((each) => each.code === code);
  const text = (locale === "fr" ? known?.textFr : known?.textEn) ?? "";
  const strong = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  if (!rough) {
    return (
      <div className="notice notice--warning">
        <p>{t.rich("notRough", { code, text, strong })}</p>
      </div>
    );
  }
  return (
    <>
      <p>{t.rich("rough", { code, text, strong })}</p>
      <p className="actions">
        <button
          className="button button--secondary button--small"
          name="intent"
          value={`use:${index}:${code}`}
        >
          {t.rich("use", { code, n: index + 1, hidden })}
        </button>
      </p>
    </>
  );
}
