import { button, formPage } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { next, type Step } from "@/gckey/visits/step";

/** The GCKey exists. */
export const completed: Step = {
  async page(visit, filled) {
    const words = visit.texts.registration.completed;
    const { userName } = await visit.account();
    return formPage(visit, filled, {
      title: words.title,
      intro: html`<p>${words.created}</p>
        <p>${words.userName} <strong>${userName}</strong></p>
        <p>${visit.place.name === "portal" ? words.leave : words.stay}</p>`,
      buttons: [button("next", visit.texts.secondFactor.next)],
    });
  },
  take: () => next,
};

/** The new password is in place. */
export const recovered: Step = {
  page(visit, filled) {
    const words = visit.texts.recovery.recovered;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text,
      buttons: [button("next", visit.texts.secondFactor.next)],
    });
  },
  take: () => next,
};
