"use client";

import { NextIntlClientProvider, useLocale, type Messages } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CheckLines } from "@/app/[locale]/(officer)/office/imports/_parts/check-lines";
import { useFormAnswer } from "@/components/form/form-context";
import { useErrorSentence } from "@/components/form/use-error-sentence";
import { typedValues } from "@/lib/forms/form-state";
import { checksOf } from "@/lib/imports/checks";
import { disagreements } from "@/lib/imports/checks-typed";
import type { Reference } from "@/lib/reference/types";
import { typedFigures, typedPaper } from "./typed-paper";

interface Props {
  reference: Pick<Reference, "participants" | "priceBands">;
  /** In Ottawa. */
  today: string;
  title: string;
  none: string;
  messages: Messages["office"]["imports"]["checks"];
}

/** Milliseconds, longer than a press lasts. */
const afterPress = 400;

/**
 * The checks of what is typed, whenever a field is left; without script those of the last press. The
 * server asks them again, and whether the number is in the register already.
 */
export function LiveChecks({ reference, today, title, none, messages }: Props) {
  const { values } = useFormAnswer();
  const locale = useLocale();
  const sentence = useErrorSentence();
  const box = useRef<HTMLElement>(null);
  const [live, setLive] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    let timer = 0;
    const read = () => form && setLive(typedValues(new FormData(form)));
    // A field is left by pressing a button: what is below must not move away before it is let go.
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(read, afterPress);
    };
    form?.addEventListener("change", soon);
    return () => {
      window.clearTimeout(timer);
      form?.removeEventListener("change", soon);
    };
  }, []);
  const typed = live ?? values ?? {};
  const checks = checksOf(typedPaper(typed, locale), { ...reference, countries: [] }, today);
  const differ = disagreements(typedFigures(typed, locale), today, locale).filter(({ key }) =>
    key.endsWith(".differs"),
  );
  return (
    <section className="box" aria-labelledby="checks-title" ref={box}>
      <h2 id="checks-title">{title}</h2>
      <div aria-live="polite">
        {checks.length + differ.length === 0 ? (
          <p className="soft small">{none}</p>
        ) : (
          <ul className="checks">
            {differ.map((problem) => (
              <li key={problem.field} className="b">
                {sentence(problem)}
              </li>
            ))}
            <NextIntlClientProvider
              locale={locale}
              messages={{ office: { imports: { checks: messages } } }}
            >
              <CheckLines checks={checks} />
            </NextIntlClientProvider>
          </ul>
        )}
      </div>
    </section>
  );
}
