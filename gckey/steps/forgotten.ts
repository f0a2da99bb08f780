import { fieldsOf } from "@/gckey/fields";
import { button, formPage, paragraphs } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { readDate } from "@/gckey/rules/memorable-date";
import { again, next, type Step } from "@/gckey/visits/step";

/** Whose password is forgotten. Every user name leads on, so that nobody learns which exist. */
export const forgotten: Step = {
  page(visit, filled) {
    const { texts } = visit;
    const words = texts.recovery.forgotten;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text,
      fields: fieldsOf(texts, filled).text({
        id: "userName",
        label: texts.signIn.userName,
        value: visit.state.userName,
        autocomplete: "username",
      }),
      buttons: [
        button("next", texts.secondFactor.next),
        button("cancel", texts.secondFactor.cancel, "link"),
      ],
      aside: html`${paragraphs(words.userNameHint)}
        <p>
          <button
            class="button button--secondary"
            form="step"
            name="do"
            value="register"
            formnovalidate
          >
            ${words.register}
          </button>
        </p>`,
    });
  },
  take(visit, form, action) {
    if (action === "register") return { to: "flow", flow: "register" };
    const userName = (form.get("userName") ?? "").trim();
    if (!userName) {
      return again({ field: "userName", sentence: visit.texts.signIn.userNameMissing });
    }
    visit.state.userName = userName;
    return next;
  },
};

/** The answers given at registration, all on one page and right or wrong together. */
export const answers: Step = {
  async page(visit, filled) {
    const { texts, parts } = visit;
    const words = texts.recovery.answers;
    const userName = visit.state.userName ?? "";
    const { question, personHint, dateHint } = await parts.accounts.recoveryQuestion(userName);
    const fields = fieldsOf(texts, filled);
    const hint = (text: string) => (text ? words.yourHint(text) : undefined);
    const dateExample = texts.registration.questions.dateExample;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text(userName),
      fields: html`${fields.text({ id: "answer", label: texts.registration.questions.list[question] })}
      ${fields.text({ id: "person", label: words.person, hint: hint(personHint) })}
      ${fields.text({ id: "date", label: words.date, hint: [dateExample, hint(dateHint)].filter(Boolean).join(". ") })}`,
      buttons: [
        button("next", texts.secondFactor.next),
        button("back", texts.secondFactor.back, "secondary"),
        button("cancel", texts.secondFactor.cancel, "link"),
      ],
    });
  },

  async take(visit, form) {
    const { texts, parts, state } = visit;
    const words = texts.recovery.answers;
    const given = (name: string) => (form.get(name) ?? "").trim();
    const typed = { answer: given("answer"), person: given("person"), date: given("date") };
    const missing = [
      ...(typed.answer ? [] : [{ field: "answer", sentence: words.answerMissing }]),
      ...(typed.person ? [] : [{ field: "person", sentence: words.personMissing }]),
      ...(typed.date ? [] : [{ field: "date", sentence: words.dateMissing }]),
      ...(typed.date && !readDate(typed.date)
        ? [{ field: "date", sentence: texts.registration.questions.dateWrong }]
        : []),
    ];
    if (missing.length > 0) return again(...missing);
    const userName = state.userName ?? "";
    return visit.guarded("recovery", userName, async () => {
      const account = await parts.accounts.findByAnswers(userName, typed);
      if (!account) {
        parts.log.info({ event: "recovery answers refused" });
        return [{ field: "answer", sentence: words.wrong }];
      }
      state.accountId = account.id;
      return [];
    });
  },
};
