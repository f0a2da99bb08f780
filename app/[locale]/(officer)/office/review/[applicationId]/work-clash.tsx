"use client";

import { ClashChoice } from "@/components/form/clash-choice";
import { useFormAnswer } from "@/components/form/form-context";

interface Props {
  /** What the fields are called. */
  labels: Readonly<Record<string, string>>;
  /** What the values of choices are called. */
  words: Readonly<Record<string, string>>;
}

/** The answers that two officers gave differently, both to choose from. */
export function WorkClash({ labels, words }: Props) {
  const { clash, attempt } = useFormAnswer();
  if (!clash) return null;
  const say = (value: string) => words[value] ?? value;
  const fields = clash.fields.map(({ name, label, mine, theirs }) => ({
    name,
    label: labels[label] ?? label,
    mine: say(mine),
    theirs: say(theirs),
  }));
  return <ClashChoice clash={{ ...clash, fields }} attempt={attempt} />;
}
