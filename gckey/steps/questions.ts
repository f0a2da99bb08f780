import { fieldsOf } from "@/gckey/fields";
import { button, formPage, paragraphs, usualButtons } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import type { Mistake } from "@/gckey/page";
import { brokenAnswerRules, brokenHintRules, questions as known } from "@/gckey/rules/answers";
import { readDate } from "@/gckey/rules/memorable-date";
import type { Texts } from "@/gckey/texts";
import { nextUnless, type Step } from "@/gckey/visits/step";

type Typed = ReturnType<typeof read>;

function read(form: URLSearchParams) {
  const given = (name: string) => (form.get(name) ?? "").trim();
  return {
    question: known.find((one) => one === form.get("question")),
    answer: given("answer"),
    person: given("person"),
    personHint: given("personHint"),
    date: given("date"),
    dateHint: given("dateHint"),
  };
}

/** Everything that is wrong, in the order of the page. */
function mistakesIn(text: Texts, typed: Typed): Mistake[] {
  const words = text.registration.questions;
  const about = (field: string, sentences: string[]) =>
    sentences.map((sentence) => ({ field, sentence }));
  const { question, answer, person, personHint, date, dateHint } = typed;
  const dateWrong = date ? words.dateWrong : words.dateMissing;
  return [
    ...about("question", question ? [] : [words.questionMissing]),
    ...about(
      "answer",
      brokenAnswerRules(answer).map((rule) => words.brokenAnswer[rule]),
    ),
    ...about(
      "person",
      brokenAnswerRules(person).map((rule) => words.brokenPerson[rule]),
    ),
    ...about(
      "personHint",
      brokenHintRules(personHint, person).map((rule) => words.brokenPersonHint[rule]),
    ),
    ...about("date", readDate(date) ? [] : [dateWrong]),
    ...about(
      "dateHint",
      brokenHintRules(dateHint, date).map((rule) => words.brokenDateHint[rule]),
    ),
  ];
}

/** The recovery question and its answer, a memorable person and a memorable date. */
export const questions: Step = {
  page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.registration.questions;
    const { privacy } = texts.registration;
    const fields = fieldsOf(texts, filled);
    const before = state.recovery;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.intro,
      fields: html`${fields.select({
        id: "question",
        label: words.question,
        empty: words.choose,
        choices: known.map((value) => ({ value, label: words.list[value] })),
        value: before?.question,
      })}
      ${fields.text({ id: "answer", label: words.answer, value: before?.answer })}
      ${fields.text({ id: "person", label: words.person, value: before?.person })}
      ${fields.text({ id: "personHint", label: words.personHint, optional: true, value: before?.personHint })}
      ${fields.text({ id: "date", label: words.date, hint: words.dateExample, value: before?.date })}
      ${fields.text({ id: "dateHint", label: words.dateHint, optional: true, value: before?.dateHint })}`,
      buttons: usualButtons(visit, button("clear", words.clear, "secondary")),
      aside: html`<h2>${words.aside}</h2>
        ${paragraphs(words.answersHelp, words.hintsHelp)}
        <h2>${privacy.title}</h2>
        <p>${privacy.questions}</p>`,
    });
  },

  take(visit, form, action) {
    if (action === "clear") {
      delete visit.state.recovery;
      return { to: "fresh" };
    }
    const typed = read(form);
    const mistakes = mistakesIn(visit.texts, typed);
    const { question } = typed;
    if (mistakes.length === 0 && question) {
      visit.state.recovery = { ...typed, question, date: readDate(typed.date) ?? typed.date };
    }
    return nextUnless(mistakes);
  },
};
