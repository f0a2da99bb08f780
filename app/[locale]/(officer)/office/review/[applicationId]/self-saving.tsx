"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { AutosaveProvider } from "@/components/form/autosave-context";
import { useFormAnswer } from "@/components/form/form-context";
import { keepSaving, type Heard } from "@/components/form/keep-saving";
import { SavedLine } from "@/components/form/saved-line";

interface Props {
  /** Where the form around it saves itself whenever a field was changed and left. */
  address: string;
  /** When it was saved last, as the page was drawn. */
  before: string;
}

/** Says when the form was saved, and with script has it save itself. */
export function SelfSaving({ address, before }: Props) {
  const t = useTranslations("form.autosave");
  const place = useRef<HTMLDivElement>(null);
  const { attempt, values } = useFormAnswer();
  const [last, setLast] = useState<{ attempt: number; heard: Heard }>();
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    return keepSaving(form, address, (heard) => setLast({ attempt, heard }));
  }, [address, attempt]);
  const at = values?.["savedAt"];
  return (
    <div ref={place}>
      <AutosaveProvider value={last?.attempt === attempt ? last.heard : null}>
        <SavedLine before={at ? t("saved", { at }) : before} />
      </AutosaveProvider>
    </div>
  );
}
