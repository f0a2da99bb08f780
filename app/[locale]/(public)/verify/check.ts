"use server";

import { parseCertificateNumber } from "@/lib/certificates/record/number";
import { checkCertificate } from "@/lib/certificates/queries";
import { isLanguagePress } from "@/lib/forms/language-press";
import { refused, type FormState, type Problem } from "@/lib/forms/form-state";

/** Answers a check by number and code. Public on purpose: it asks nobody who they are. */
export async function check(state: FormState, formData: FormData): Promise<FormState> {
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const typed = (name: string) => {
    const value = formData.get(name);
    return typeof value === "string" ? value.trim().slice(0, 40) : "";
  };
  const number = typed("number");
  const code = typed("code");
  const problems: Problem[] = [
    ...(number ? [] : [{ field: "number", key: "verify.number.required" } as const]),
    ...(code ? [] : [{ field: "code", key: "verify.code.required" } as const]),
  ];
  if (problems.length > 0) return refused(state, formData, problems);
  const checked = parseCertificateNumber(number) ?? number;
  return {
    problems: [],
    values: { number, code, checked, answer: await checkCertificate(number, code) },
    attempt: state.attempt + 1,
  };
}
