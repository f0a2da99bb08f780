import { button, formPage } from "@/gckey/form-page";
import { next, type Step } from "@/gckey/visits/step";

/** Says how many recovery codes are left to whoever has just used one. */
export const codesLeft: Step = {
  applies: (state) => state.codesLeft !== undefined,
  page(visit, filled) {
    const words = visit.texts.secondStep;
    return formPage(visit, filled, {
      title: words.codesLeftTitle,
      intro: words.codesLeft(visit.state.codesLeft ?? 0),
      buttons: [button("next", words.submit)],
    });
  },
  take: () => next,
};
