"use server";

import { requestLocale } from "@/lib/auth/current";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { receiptForm } from "@/lib/certificates/receipt/schema";
import { errorKey } from "@/lib/forms/error-key";
import { refused, typedValues, type FormState, type Problem } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";

const beside: Readonly<Record<"noMatch" | "day", Problem>> = {
  noMatch: { field: "code", key: "importReceipt.code.noMatch" },
  day: { field: "receivedOn", key: "importReceipt.receivedOn.range" },
};

/**
 * The importing authority confirms an import. For whoever has the link and the paper: it asks nobody who they are. The
 * answer is the receipt; what was typed stays where something is wrong.
 */
export async function confirmReceipt(
  token: string,
  state: FormState,
  formData: FormData,
): Promise<FormState> {
  const locale = await requestLocale();
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const parsed = parseForm(receiptForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const confirmed = await confirmImport(token, parsed.value);
  if (!confirmed.ok) {
    const { error } = confirmed;
    if (error === "noMatch" || error === "day") return refused(state, formData, [beside[error]]);
    return refused(state, formData, [], errorKey(`importReceipt.${error}`));
  }
  const { id, facts, signed } = confirmed.value;
  const { number, receivedOn, carats, usd } = facts;
  return {
    problems: [],
    values: {
      ...typedValues(formData),
      receipt: id,
      signed,
      number,
      receivedOn,
      parcels: String(facts.parcels),
      carats,
      usd,
      subheadings: facts.subheadings.join(", "),
    },
    attempt: state.attempt + 1,
  };
}
