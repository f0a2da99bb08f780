import { button, formPage, list } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { next, type Step } from "@/gckey/visits/step";

export const terms: Step = {
  page(visit, filled) {
    const words = visit.texts.registration.terms;
    return formPage(visit, filled, {
      title: words.title,
      intro: html`<p>${words.intro}</p>
        ${list(words.items)}`,
      buttons: [button("next", words.accept), button("decline", words.decline, "secondary")],
    });
  },
  take: (_visit, _form, action) => (action === "decline" ? { to: "flow", flow: "declined" } : next),
};

/** Where declining the terms leads: nothing was kept, and the portal is one step away. */
export const declined: Step = {
  page(visit, filled) {
    const words = visit.texts.registration.declined;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text,
      buttons: [button("next", words.leave), button("terms", words.back, "secondary")],
    });
  },
  take: (_visit, _form, action) => (action === "terms" ? { to: "flow", flow: "register" } : next),
};
