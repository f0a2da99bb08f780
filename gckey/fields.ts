import { html, nothing, type Markup } from "@/gckey/markup";
import type { Mistake } from "@/gckey/page";
import type { Texts } from "@/gckey/texts";
import type { Filled } from "@/gckey/visits/step";

type Labelled = { id: string; label: string; hint?: string | undefined; optional?: boolean };
type TextField = Labelled & {
  /** Shown until something else was typed. */
  value?: string | undefined;
  autocomplete?: string;
  numeric?: boolean;
  short?: boolean;
  email?: boolean;
  longest?: number;
};
type Choice = { value: string; label: string; hint?: string };

/** The ids of what describes a field: its hint, then each of its mistakes. */
function described(id: string, hint: string | undefined, mistakes: Mistake[]): Markup {
  const ids = [hint && `${id}-hint`, ...mistakes.map((_, at) => `${id}-error-${at + 1}`)];
  const given = ids.filter((each) => !!each);
  return given.length ? html` aria-describedby="${given.join(" ")}"` : nothing;
}

/** The fields of one page, filled with what was typed, each with its own mistakes. */
export function fieldsOf(text: Texts, { typed, mistakes }: Filled) {
  const wrongIn = (id: string) => mistakes.filter((each) => each.field === id);
  const errors = (id: string) =>
    wrongIn(id).map(
      ({ sentence }, at) =>
        html`<p class="error" id="${id}-error-${at + 1}">
          <span class="visually-hidden">${text.errorPrefix}</span>${sentence}
        </p>`,
    );
  const must = (optional: boolean | undefined) =>
    optional
      ? html`<span class="may">${text.optional}</span>`
      : html`<span class="must">${text.required}</span>`;
  const hintOf = (id: string, hint: string | undefined) =>
    hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
  const boxOf = (id: string) => (wrongIn(id).length ? "field field--error" : "field");

  const field = (
    { id, label, hint, optional }: Labelled,
    input: (attributes: Markup) => Markup,
  ): Markup => {
    const wrong = wrongIn(id);
    const attributes = html`id="${id}"
    name="${id}"${optional ? nothing : html` required`}${described(id, hint, wrong)}${wrong.length ? html` aria-invalid="true"` : nothing}`;
    return html`<div class="${boxOf(id)}">
      <label for="${id}">${label} ${must(optional)}</label>
      ${hintOf(id, hint)} ${errors(id)} ${input(attributes)}
    </div>`;
  };

  return {
    text: (wanted: TextField): Markup =>
      field(
        wanted,
        (attributes) =>
          html`<input
            type="${wanted.email ? "email" : "text"}"
            ${attributes}
            value="${typed?.get(wanted.id) ?? wanted.value ?? ""}"
            maxlength="${wanted.longest ?? 100}"
            autocomplete="${wanted.autocomplete ?? "off"}"
            autocapitalize="none"
            spellcheck="false"
            ${wanted.numeric ? html` inputmode="numeric"` : nothing}
            ${wanted.short ? html` class="w-8"` : nothing}
          />`,
      ),

    /** What is typed in a password field is never sent back. */
    password: (wanted: Labelled & { autocomplete: "current-password" | "new-password" }): Markup =>
      field(
        wanted,
        (attributes) =>
          html`<input
            type="password"
            ${attributes}
            maxlength="200"
            autocomplete="${wanted.autocomplete}"
          />`,
      ),

    select: (wanted: Labelled & { empty: string; choices: Choice[]; value?: string | undefined }) =>
      field(wanted, (attributes) => {
        const chosen = typed?.get(wanted.id) ?? wanted.value ?? "";
        const options = wanted.choices.map(
          ({ value, label }) =>
            html`<option value="${value}" ${value === chosen ? html` selected` : nothing}>
              ${label}
            </option>`,
        );
        return html`<select ${attributes}>
          <option value="">${wanted.empty}</option>
          ${options}
        </select>`;
      }),

    radios: (wanted: Labelled & { choices: Choice[]; value?: string | undefined }): Markup => {
      const { id, label } = wanted;
      const chosen = typed?.get(id) ?? wanted.value;
      const choices = wanted.choices.map(({ value, label: name, hint }, at) => {
        const own = at === 0 ? id : `${id}-${value}`;
        const wrong = wrongIn(id);
        return html`<div class="choice">
          <input
            type="radio"
            id="${own}"
            name="${id}"
            value="${value}"
            required${value === chosen ? html` checked` : nothing}${described(own, hint, at === 0 ? wrong : [])}
          />
          <label for="${own}">${name}</label>
          ${hintOf(own, hint)}
        </div>`;
      });
      return html`<fieldset class="${boxOf(id)}">
        <legend>${label} ${must(false)}</legend>
        ${errors(id)} ${choices}
      </fieldset>`;
    },

    box: ({ id, label }: Labelled): Markup => {
      const wrong = wrongIn(id);
      return html`<div class="${boxOf(id)}">
        ${errors(id)}
        <div class="choice">
          <input
            type="checkbox"
            id="${id}"
            name="${id}"
            value="yes"
            required${typed?.get(id) ? html` checked` : nothing}${described(id, undefined, wrong)}${wrong.length ? html` aria-invalid="true"` : nothing}
          />
          <label for="${id}">${label} ${must(false)}</label>
        </div>
      </div>`;
    },
  };
}
