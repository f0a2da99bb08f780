import { formPage, paragraphs, usualButtons } from "@/gckey/form-page";
import { next, type Step } from "@/gckey/visits/step";

export const welcome: Step = {
  page(visit, filled) {
    const words = visit.texts.registration.welcome;
    return formPage(visit, filled, {
      title: words.title,
      intro: paragraphs(words.text(visit.state.userName ?? ""), words.next),
      buttons: usualButtons(visit),
    });
  },
  take: () => next,
};
