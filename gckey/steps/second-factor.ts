import type { Account } from "@/gckey/accounts";
import { checkAuthenticatorCode } from "@/gckey/authenticator-code";
import { maskedEmail, typedCode } from "@/gckey/emailed-code";
import { checkEmailedCode, sendAnotherCode, sendFirstCode } from "@/gckey/emailed-code-sending";
import { fieldsOf } from "@/gckey/fields";
import { button, formPage } from "@/gckey/form-page";
import type { CodeUse } from "@/gckey/mail";
import type { Mistake } from "@/gckey/page";
import { typedRecoveryCode } from "@/gckey/recovery-codes";
import { again, type Step } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

const codeUse = (visit: Visit): CodeUse => (visit.state.flow === "signIn" ? "signIn" : "proof");

/** Checks the six digits and uses them up when they are right. */
async function checkCode(
  visit: Visit,
  account: Account,
  code: string,
): Promise<"right" | "wrong" | "gone" | "replayed"> {
  if (account.factor === "email")
    return checkEmailedCode(visit, account.email ?? "", codeUse(visit), code);
  const { accounts } = visit.parts;
  const authenticator = await accounts.authenticator(account.id);
  if (!authenticator) return "wrong";
  const check = checkAuthenticatorCode(code, authenticator, new Date());
  if (check.result !== "right") return check.result;
  // Of two browsers with the same code at once, one is first.
  return (await accounts.useStep(account.id, check.step)) ? "right" : "replayed";
}

async function refused(visit: Visit, account: Account, code: string): Promise<Mistake[]> {
  const outcome = await checkCode(visit, account, code);
  if (outcome === "right") {
    delete visit.state.codesLeft;
    return [];
  }
  visit.parts.log.info({ event: "second factor refused", outcome, account: account.id });
  return [{ field: "code", sentence: visit.texts.secondStep[outcome] }];
}

async function refusedRecoveryCode(
  visit: Visit,
  account: Account,
  code: string,
): Promise<Mistake[]> {
  const { accounts, log } = visit.parts;
  if (!(await accounts.useRecoveryCode(account.id, code))) {
    log.info({ event: "recovery code refused", account: account.id });
    return [{ field: "recoveryCode", sentence: visit.texts.secondStep.recoveryWrong }];
  }
  const left = await accounts.recoveryCodesLeft(account.id);
  visit.state.codesLeft = left;
  await visit.changed("recoveryCodeUsed", account, left);
  return [];
}

/** The second factor: a code, emailed or of the authenticator app, or a recovery code in its place. */
export const secondFactor: Step = {
  async arrive(visit) {
    delete visit.state.byRecoveryCode;
    const account = await visit.account();
    return account.factor === "email" && account.email
      ? sendFirstCode(visit, account.email, codeUse(visit))
      : [];
  },

  async page(visit, filled) {
    const { state, texts } = visit;
    const account = await visit.account();
    const words = texts.secondStep;
    const fields = fieldsOf(texts, filled);
    const emailed = account.factor === "email";
    const leave = button(
      "cancel",
      state.flow === "signIn" ? words.restart : texts.secondFactor.cancel,
      "link",
    );
    if (state.byRecoveryCode) {
      return formPage(visit, filled, {
        title: words.recoveryTitle,
        fields: fields.text({
          id: "recoveryCode",
          label: words.recoveryLabel,
          hint: words.recoveryHint,
        }),
        buttons: [button("next", words.submit), button("factor", words.useFactor, "link"), leave],
      });
    }
    return formPage(visit, filled, {
      title: emailed ? words.emailTitle : words.appTitle,
      fields: fields.text({
        id: "code",
        label: words.label,
        hint: emailed ? words.emailHint(maskedEmail(account.email ?? "")) : words.appHint,
        autocomplete: "one-time-code",
        numeric: true,
        short: true,
        longest: 20,
      }),
      buttons: [
        button("next", words.submit),
        ...(emailed ? [button("resend", words.resend, "secondary")] : []),
        button("recoveryCode", words.useRecoveryCode, "link"),
        leave,
      ],
    });
  },

  async take(visit, form, action) {
    const account = await visit.account();
    const words = visit.texts.secondStep;
    const { userName } = account;
    if (action === "recoveryCode" || action === "factor") {
      visit.state.byRecoveryCode = action === "recoveryCode";
      return { to: "fresh" };
    }
    if (action === "resend") {
      return account.factor === "email" && account.email
        ? sendAnotherCode(visit, account.email, codeUse(visit))
        : { to: "fresh" };
    }
    if (visit.state.byRecoveryCode) {
      const code = typedRecoveryCode(form.get("recoveryCode") ?? "");
      if (!code) return again({ field: "recoveryCode", sentence: words.recoveryMissing });
      return visit.guarded("second factor", userName, () =>
        refusedRecoveryCode(visit, account, code),
      );
    }
    const code = typedCode(form.get("code") ?? "");
    if (!/^\d{6}$/.test(code)) return again({ field: "code", sentence: words.missing });
    return visit.guarded("second factor", userName, () => refused(visit, account, code));
  },
};
