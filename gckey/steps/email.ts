import { z } from "zod";
import { typedCode } from "@/gckey/emailed-code";
import { checkEmailedCode, sendAnotherCode, sendFirstCode } from "@/gckey/emailed-code-sending";
import { fieldsOf } from "@/gckey/fields";
import { button, formPage, usualButtons } from "@/gckey/form-page";
import { again, next, type Step } from "@/gckey/visits/step";
import type { State } from "@/gckey/visits/state";

const applies = ({ flow, choice }: State) => flow === "changeEmail" || choice === "email";

// Only what every mail service takes: letters that look like others would lead elsewhere.
const address = z
  .email()
  .max(254)
  .regex(/^[!-~]+$/);

/** The address to which codes will go. */
export const emailAddress: Step = {
  applies,
  page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.secondFactor.emailAddress;
    return formPage(visit, filled, {
      title: words.title,
      fields: fieldsOf(texts, filled).text({
        id: "email",
        label: words.label,
        hint: words.hint,
        value: state.email,
        email: true,
        autocomplete: "email",
        longest: 254,
      }),
      buttons: usualButtons(visit),
    });
  },
  take(visit, form) {
    const words = visit.texts.secondFactor.emailAddress;
    const typed = (form.get("email") ?? "").trim();
    const email = address.safeParse(typed);
    if (!email.success) {
      return again({ field: "email", sentence: typed ? words.wrong : words.missing });
    }
    visit.state.email = email.data;
    return next;
  },
};

/** The code that went there. */
export const emailCode: Step = {
  applies,
  arrive: (visit) => sendFirstCode(visit, visit.state.email ?? "", "address"),
  page(visit, filled) {
    const { texts, state } = visit;
    const { emailCode: words, cancel } = texts.secondFactor;
    return formPage(visit, filled, {
      title: words.title,
      fields: fieldsOf(texts, filled).text({
        id: "code",
        label: texts.secondStep.label,
        hint: words.hint(state.email ?? ""),
        autocomplete: "one-time-code",
        numeric: true,
        short: true,
        longest: 20,
      }),
      buttons: [
        button("next", texts.secondFactor.next),
        button("resend", texts.secondStep.resend, "secondary"),
        button("back", words.another, "link"),
        button("cancel", cancel, "link"),
      ],
    });
  },
  async take(visit, form, action) {
    const email = visit.state.email ?? "";
    if (action === "resend") return sendAnotherCode(visit, email, "address");
    const words = visit.texts.secondStep;
    const code = typedCode(form.get("code") ?? "");
    if (!/^\d{6}$/.test(code)) return again({ field: "code", sentence: words.missing });
    // Counted for this visit alone: nobody can keep somebody else's address from being confirmed.
    return visit.guarded("email address", visit.place.key, async () => {
      const outcome = await checkEmailedCode(visit, email, "address", code);
      return outcome === "right" ? [] : [{ field: "code", sentence: words[outcome] }];
    });
  },
};
