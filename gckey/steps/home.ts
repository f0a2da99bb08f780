import { button, formPage } from "@/gckey/form-page";
import { html, nothing } from "@/gckey/markup";
import { sendPage } from "@/gckey/http";
import { noticePage } from "@/gckey/notice-pages";
import type { Step } from "@/gckey/visits/step";
import type { FlowName } from "@/gckey/visits/state";

const shown = 10;

const changeFlows = [
  "changePassword",
  "changeQuestions",
  "changeFactor",
  "changeEmail",
  "newCodes",
  "revoke",
] as const satisfies FlowName[];

/** The account page: what the GCKey is, when it was used, and what can be changed. */
export const home: Step = {
  async page(visit, filled) {
    const { texts, parts, state } = visit;
    const words = texts.account;
    const account = await visit.account();
    const [now, last, ...older] = await parts.pastSignIns.list(account.id, shown);
    const left = await parts.accounts.recoveryCodesLeft(account.id);
    const time = (at: Date) =>
      new Intl.DateTimeFormat(texts.locale, {
        dateStyle: "long",
        timeStyle: "short",
        timeZone: "America/Toronto",
      }).format(at);
    const facts = [
      [words.signedInAs, account.userName],
      [words.factor, words.factors[account.factor]],
      [words.email, account.email ?? words.noEmail],
      [words.codesLeft, String(left)],
      [words.last, last ? time(last.at) : words.never],
    ];
    const past = [now, last, ...older].flatMap((one) =>
      one ? [`${time(one.at)}, ${words.places[one.place]}, ${words.proofs[one.proof]}`] : [],
    );
    const possible = changeFlows.filter(
      (flow) => flow !== "changeEmail" || account.factor === "email",
    );
    return formPage(
      visit,
      { ...filled, notice: filled.notice ?? (state.changed && words.changed[state.changed]) },
      {
        title: words.title,
        intro: html`<dl class="facts">
            ${facts.map(
              ([name = "", value = ""]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd>${value}</dd>
                </div>`,
            )}
          </dl>
          <h2>${words.actions}</h2>
          <p>${words.again}</p>`,
        buttons: [
          ...possible.map((flow) =>
            button(flow, words[flow], flow === "revoke" ? "danger" : "secondary"),
          ),
          button("signOut", words.signOut, "link"),
        ],
        after: html`<section>
          <h2>${words.recent}</h2>
          <p>${words.recentHelp}</p>
          ${
            past.length
              ? html`<ul>
                  ${past.map((line) => html`<li>${line}</li>`)}
                </ul>`
              : nothing
          }
        </section>`,
      },
    );
  },

  async take(visit, _form, action) {
    if (action === "signOut") {
      await visit.parts.visits.end(visit.place.key);
      const { homeOf } = visit.parts;
      sendPage(visit.response, noticePage("signedOut", visit.language, { homeOf }));
      return { to: "nothing" };
    }
    const flow = changeFlows.find((one) => one === action);
    return flow ? { to: "flow", flow } : { to: "fresh" };
  },
};
