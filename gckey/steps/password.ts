import { fieldsOf } from "@/gckey/fields";
import { button, formPage } from "@/gckey/form-page";
import { html } from "@/gckey/markup";
import { again, type Step } from "@/gckey/visits/step";

/** The first page: user name and password, or the way to a new GCKey or a new password. */
export const password: Step = {
  page(visit, filled) {
    const { texts, place } = visit;
    const words = texts.signIn;
    const fields = fieldsOf(texts, filled);
    const inAccount = place.name === "account";
    return formPage(visit, filled, {
      title: inAccount ? texts.account.title : words.title,
      intro: html`<h2>${words.heading}</h2>
        <p>${inAccount ? words.manageLede : words.lede}</p>`,
      fields: html`${fields.text({ id: "userName", label: words.userName, value: visit.state.userName, autocomplete: "username" })}
      ${fields.password({ id: "password", label: words.password, autocomplete: "current-password" })}`,
      buttons: [button("next", words.submit), button("recover", words.forgotten, "link")],
      aside: html`<h2>${words.registerHeading}</h2>
        <p>${words.registerText}</p>
        <p>
          <button
            class="button button--secondary"
            form="step"
            name="do"
            value="register"
            formnovalidate
          >
            ${words.register}
          </button>
        </p>
        ${inAccount ? "" : html`<p><a href="/account?ui_locales=${texts.locale}">${texts.account.title}</a></p>`}`,
    });
  },

  async take(visit, form, action) {
    const words = visit.texts.signIn;
    const userName = form.get("userName") ?? "";
    const given = form.get("password") ?? "";
    if (action === "register") return { to: "flow", flow: "register" };
    if (action === "recover") {
      visit.state.userName = userName;
      return { to: "flow", flow: "recover" };
    }
    const missing = [
      ...(userName.trim() ? [] : [{ field: "userName", sentence: words.userNameMissing }]),
      ...(given ? [] : [{ field: "password", sentence: words.passwordMissing }]),
    ];
    if (missing.length > 0) return again(...missing);
    return visit.guarded("password", userName, async () => {
      const account = await visit.parts.accounts.findByPassword(userName, given);
      if (!account) {
        visit.parts.log.info({ event: "password refused" });
        return [{ field: "userName", sentence: words.wrong }];
      }
      visit.state.accountId = account.id;
      return [];
    });
  },
};
