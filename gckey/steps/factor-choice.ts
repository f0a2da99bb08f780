import { fieldsOf } from "@/gckey/fields";
import { button, formPage, list, usualButtons } from "@/gckey/form-page";
import { again, next, type Step } from "@/gckey/visits/step";
import { factorChoices } from "@/gckey/visits/state";

export const factorChoice: Step = {
  page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.secondFactor.choice;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text,
      fields: fieldsOf(texts, filled).radios({
        id: "choice",
        label: words.legend,
        choices: factorChoices.map((value) => ({
          value,
          label: words.names[value],
          hint: words.hints[value],
        })),
        value: state.choice,
      }),
      buttons: usualButtons(visit),
    });
  },
  take(visit, form) {
    const choice = factorChoices.find((one) => one === form.get("choice"));
    if (!choice) {
      return again({ field: "choice", sentence: visit.texts.secondFactor.choice.missing });
    }
    visit.state.choice = choice;
    return next;
  },
};

/** The terms of the chosen factor: accepted, or back to the choice. */
export const factorTerms: Step = {
  page(visit, filled) {
    const { terms, cancel } = visit.texts.secondFactor;
    const choice = visit.state.choice ?? "email";
    return formPage(visit, filled, {
      title: terms.titles[choice],
      intro: list(choice === "email" ? terms.email : terms.app),
      buttons: [
        button("next", visit.texts.registration.terms.accept),
        button("back", terms.back, "secondary"),
        button("cancel", cancel, "link"),
      ],
    });
  },
  take: () => next,
};
