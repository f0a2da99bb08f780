"use client";

import { useFormAnswer } from "@/components/form/form-context";

interface Props {
  /** "Open {number} in the register" */
  text: string;
  /** The address of an entry, with {id} where its id stands. */
  address: string;
}

/** The way to the entry that has the number already. */
export function DuplicateLink({ text, address }: Props) {
  const { problems } = useFormAnswer();
  const found = problems.find(({ key }) => key === "register.number.duplicate")?.params;
  if (!found) return null;
  return (
    <p className="need">
      <a href={address.replace("{id}", String(found["id"]))}>
        {text.replace("{number}", String(found["number"]))}
      </a>
    </p>
  );
}
