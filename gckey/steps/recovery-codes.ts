import { randomUUID } from "node:crypto";
import { fieldsOf } from "@/gckey/fields";
import { button, formPage, usualButtons } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { newRecoveryCodes } from "@/gckey/recovery-codes";
import { again, next, type Step } from "@/gckey/visits/step";

/** Ten codes, shown until they are said to be saved and never again. */
export const recoveryCodes: Step = {
  arrive(visit) {
    visit.state.recoveryCodes = newRecoveryCodes();
    visit.state.newAccountId = randomUUID();
    return Promise.resolve([]);
  },

  page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.secondFactor.recoveryCodes;
    const codes = (state.recoveryCodes ?? []).map((code) => html`<li><code>${code}</code></li>`);
    return formPage(visit, filled, {
      title: words.title,
      intro: html`<p>${words.text}</p>
        <ol class="codes" aria-label="${words.label}">
          ${codes}
        </ol>`,
      fields: fieldsOf(texts, filled).box({ id: "saved", label: words.saved }),
      buttons: usualButtons(visit, button("download", words.download, "secondary")),
    });
  },

  take(visit, form, action) {
    const words = visit.texts.secondFactor.recoveryCodes;
    if (action === "download") {
      const lines = [words.fileTitle, "", ...(visit.state.recoveryCodes ?? []), ""];
      return { to: "file", name: words.file, text: lines.join("\r\n") };
    }
    return form.get("saved") ? next : again({ field: "saved", sentence: words.savedMissing });
  },
};
