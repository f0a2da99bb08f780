"use client";

import { useFormAnswer } from "@/components/form/form-context";

/** A value that travels with the form unseen; what the last answer gave back wins over the stored one. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { values } = useFormAnswer();
  const current = values?.[name] ?? value;
  return <input key={current} type="hidden" name={name} defaultValue={current} />;
}
