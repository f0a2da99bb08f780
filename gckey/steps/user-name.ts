import { checklist } from "@/gckey/checklist";
import { fieldsOf } from "@/gckey/fields";
import { formPage, list, usualButtons } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { brokenUserNameRules, userNameRules } from "@/gckey/rules/user-name";
import { again, type Step } from "@/gckey/visits/step";

export const userName: Step = {
  page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.registration.userName;
    const { privacy } = texts.registration;
    return formPage(visit, filled, {
      title: words.title,
      intro: html`<p>${words.intro}</p>
        ${list(words.advice)}`,
      fields: fieldsOf(texts, filled).text({
        id: "userName",
        label: words.label,
        value: state.userName,
        autocomplete: "username",
      }),
      buttons: usualButtons(visit),
      aside: html`${checklist(
          texts,
          words.checklist,
          "userName",
          userNameRules.map((rule) => ({ rule, words: words.rules[rule.name] })),
        )}
        <h2>${privacy.title}</h2>
        <p>${privacy.userName}</p>`,
      live: true,
    });
  },

  async take(visit, form) {
    const words = visit.texts.registration.userName;
    const wanted = (form.get("userName") ?? "").trim();
    const wrong = (sentence: string) => ({ field: "userName", sentence });
    if (!wanted) return again(wrong(words.missing));
    const broken = brokenUserNameRules(wanted);
    if (broken.length > 0) return again(...broken.map((rule) => wrong(words.broken[rule])));
    // Counted, because the answer tells which user names exist.
    return visit.guardedByAddress(async () => {
      if (!(await visit.parts.accounts.isFree(wanted))) return [wrong(words.taken)];
      if (wanted !== visit.state.userName) delete visit.state.passwordHash;
      visit.state.userName = wanted;
      return [];
    });
  },
};
