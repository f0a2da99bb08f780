import { slowHash } from "@/gckey/accounts";
import { checklist } from "@/gckey/checklist";
import { fieldsOf } from "@/gckey/fields";
import { formPage, usualButtons } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import type { Mistake } from "@/gckey/page";
import { brokenPasswordRules, isCommonPassword, passwordRules } from "@/gckey/rules/password";
import { again, next, type Step } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

/** The user name that the password must not resemble. */
const userNameOf = async (visit: Visit): Promise<string> =>
  visit.state.accountId ? (await visit.account()).userName : (visit.state.userName ?? "");

function mistakesIn(visit: Visit, userName: string, password: string, confirmation: string) {
  const words = visit.texts.registration.password;
  const wrong = (sentence: string): Mistake => ({ field: "password", sentence });
  const broken = brokenPasswordRules(password, userName).map((rule) => words.broken[rule]);
  if (broken.length === 0 && isCommonPassword(password)) broken.push(words.common);
  const mistakes = (password ? broken : [words.missing]).map(wrong);
  if (!confirmation) mistakes.push({ field: "confirmation", sentence: words.confirmMissing });
  else if (password !== confirmation) {
    mistakes.push({ field: "confirmation", sentence: words.different });
  }
  return mistakes;
}

/** A new password: of a new GCKey, after a recovery, or in place of the old one. */
export const newPassword: Step = {
  async page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.registration.password;
    const { privacy } = texts.registration;
    const fields = fieldsOf(texts, filled);
    const titles: Partial<Record<typeof state.flow, string>> = {
      recover: texts.recovery.newPasswordTitle,
      changePassword: texts.account.newPassword,
    };
    const again = state.passwordHash !== undefined || filled.typed !== undefined;
    return formPage(visit, filled, {
      title: titles[state.flow] ?? words.title,
      intro: words.intro,
      fields: html`${fields.password({ id: "password", label: words.label, hint: again ? words.again : undefined, autocomplete: "new-password" })}
      ${fields.password({ id: "confirmation", label: words.confirm, autocomplete: "new-password" })}`,
      buttons: usualButtons(visit),
      aside: html`${checklist(
          texts,
          words.checklist,
          "password",
          passwordRules(await userNameOf(visit)).map((rule) => ({
            rule,
            words: words.rules[rule.name],
          })),
          { as: "confirmation", words: words.identical },
        )}
        <h2>${privacy.title}</h2>
        <p>${privacy.password}</p>`,
      live: true,
    });
  },

  async take(visit, form) {
    const password = form.get("password") ?? "";
    const confirmation = form.get("confirmation") ?? "";
    const mistakes = mistakesIn(visit, await userNameOf(visit), password, confirmation);
    if (mistakes.length > 0) return again(...mistakes);
    visit.state.passwordHash = await slowHash(password);
    return next;
  },
};
