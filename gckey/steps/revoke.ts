import { button, formPage } from "@/gckey/form-page";
import { next, type Step } from "@/gckey/visits/step";

/** The question before a GCKey is revoked for good. */
export const revoke: Step = {
  page(visit, filled) {
    const words = visit.texts.account.revokePage;
    return formPage(visit, filled, {
      title: words.title,
      intro: words.text,
      buttons: [button("revoke", words.yes, "danger"), button("cancel", words.no, "secondary")],
    });
  },
  // Not the Enter key's button: this cannot be undone.
  take: (_visit, _form, action) => (action === "revoke" ? next : { to: "fresh" }),
};
