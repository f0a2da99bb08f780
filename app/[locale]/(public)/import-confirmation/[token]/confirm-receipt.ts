"use server";

import { requestLocale } from "@/lib/auth/current";
import { confirmImport, type Receipt } from "@/lib/certificates/commands/confirm-import";
import { findGivenReceipt } from "@/lib/certificates/queries/receipts";
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
  // What is shown as a receipt is one that the portal gave, and nothing that was sent.
  formData.delete("receipt");
  if (isLanguagePress(formData)) {
    const given = await findGivenReceipt(typedValues(formData)["signed"] ?? "");
    return given ? shown(state, given) : refused(state, formData, []);
  }
  const parsed = parseForm(receiptForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, parsed.errors);
  const confirmed = await confirmImport(token, parsed.value);
  if (!confirmed.ok) {
    const { error } = confirmed;
    if (error === "noMatch" || error === "day") return refused(state, formData, [beside[error]]);
    return refused(state, formData, [], errorKey(`importReceipt.${error}`));
  }
  return shown(state, confirmed.value);
}

function shown({ attempt }: FormState, { id, facts, signed }: Receipt): FormState {
  const { number, receivedOn, carats, usd } = facts;
  return {
    problems: [],
    values: {
      receipt: id,
      signed,
      number,
      receivedOn,
      parcels: String(facts.parcels),
      carats,
      usd,
      subheadings: facts.subheadings.join(", "),
    },
    attempt: attempt + 1,
  };
}
