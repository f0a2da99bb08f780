import { Secret, TOTP } from "otpauth";
import qrcode from "qrcode-generator";
import { checkAuthenticatorCode } from "@/gckey/authenticator-code";
import { typedCode } from "@/gckey/emailed-code";
import { fieldsOf } from "@/gckey/fields";
import { formPage, paragraphs, usualButtons } from "@/gckey/form-page";
import { html, Markup } from "@/gckey/markup";
import { again, next, type Step } from "@/gckey/visits/step";

/** 160 bits, as RFC 4226 recommends. */
const newSecret = () => new Secret({ size: 20 }).base32;

function square(userName: string, secret: string): Markup {
  const totp = new TOTP({ issuer: "GCKey", label: userName, secret: Secret.fromBase32(secret) });
  const code = qrcode(0, "M");
  code.addData(totp.toString());
  code.make();
  return new Markup(code.createSvgTag({ cellSize: 1, margin: 4, scalable: true }));
}

const inGroups = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** The app is given its key and shows with a code that it has it. */
export const authenticator: Step = {
  applies: ({ choice }) => choice !== "email",

  arrive(visit) {
    visit.state.totpSecret ??= newSecret();
    return Promise.resolve([]);
  },

  async page(visit, filled) {
    const { texts, state } = visit;
    const words = texts.secondFactor.authenticator;
    const secret = state.totpSecret ?? "";
    const userName = state.accountId ? (await visit.account()).userName : (state.userName ?? "");
    const picture = html`<div class="square" role="img" aria-label="${words.picture}">
      ${square(userName, secret)}
    </div>`;
    const key = html`<p class="key"><code>${inGroups(secret)}</code></p>
      <p class="hint">${words.settings}</p>`;
    return formPage(visit, filled, {
      title: words.title,
      intro:
        state.choice === "desktop"
          ? html`${paragraphs(words.type)} ${key} ${paragraphs(words.orScan)} ${picture}`
          : html`${paragraphs(words.scan)} ${picture} ${paragraphs(words.orType)} ${key}`,
      fields: fieldsOf(texts, filled).text({
        id: "code",
        label: words.label,
        hint: words.hint,
        autocomplete: "one-time-code",
        numeric: true,
        short: true,
        longest: 20,
      }),
      buttons: usualButtons(visit),
    });
  },

  take(visit, form) {
    const { secondStep, secondFactor } = visit.texts;
    const code = typedCode(form.get("code") ?? "");
    if (!/^\d{6}$/.test(code)) return again({ field: "code", sentence: secondStep.missing });
    const secret = visit.state.totpSecret ?? newSecret();
    const check = checkAuthenticatorCode(code, { secret, lastStep: null }, new Date());
    if (check.result !== "right") {
      return again({ field: "code", sentence: secondFactor.authenticator.wrong });
    }
    visit.state.totpStep = check.step;
    return next;
  },
};
