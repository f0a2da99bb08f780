"use client";

import type { ReactNode } from "react";
import { useFormAnswer } from "@/components/form/form-context";
import { pasteField } from "@/lib/applications/paste/pasted";

/** Open as long as something pasted is still there or wrong, so that the reader is led into it. */
export function PasteDetails({ summary, children }: { summary: string; children: ReactNode }) {
  const { problems, values } = useFormAnswer();
  const open =
    problems.some(({ field }) => field === pasteField) || Boolean(values?.[pasteField]?.trim());
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}
