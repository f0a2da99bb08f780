import type { Page } from "@playwright/test";
import * as z from "zod";

const fields = ["name", "city", "region"] as const;
export type Field = (typeof fields)[number];

const inputName = (field: Field) => `consignee.${field}`;
const inputOf = (page: Page, field: Field) => page.locator(`input[name="${inputName(field)}"]`);

const answerSchema = z.object({
  ok: z.literal(true),
  clash: z.object({ fields: z.array(z.object({ name: z.string() })) }).nullable(),
});

/**
 * Fills in the consignee, another text each time, and remembers what the page was told is saved: the
 * fields of a save that was answered so, but those of which the answer asks the reader to choose.
 */
export function keepTypist() {
  /** All texts of a field, in their order. */
  const typed: Record<Field, string[]> = { name: [], city: [], region: [] };
  /** The newest acknowledged text of a field, by its place in `typed`. */
  const acknowledged: Record<Field, number> = { name: -1, city: -1, region: -1 };
  let edits = 0;
  let acknowledgements = 0;

  /** The newest text that was typed as far as this. */
  const placeOf = (field: Field, text: string) =>
    text === "" ? -1 : typed[field].findLastIndex((each) => each.startsWith(text));

  function hear(body: string, answer: unknown): void {
    const heard = answerSchema.safeParse(answer).data;
    if (!heard) return;
    const open = new Set(heard.clash?.fields.map(({ name }) => name));
    const sent = new URLSearchParams(body);
    for (const field of fields) {
      if (open.has(`keep:${inputName(field)}`)) continue;
      const place = placeOf(field, sent.get(inputName(field)) ?? "");
      if (place <= acknowledged[field]) continue;
      acknowledged[field] = place;
      acknowledgements += 1;
    }
  }

  async function typeOnce(page: Page): Promise<void> {
    const field = fields[edits % fields.length] ?? "name";
    const text = `${(edits += 1)} Zoë & Cie`;
    const input = inputOf(page, field);
    await input.selectText();
    typed[field].push(text);
    await input.pressSequentially(text, { delay: 5 });
    await input.press("Tab");
  }

  return {
    fields,
    acknowledgements: () => acknowledgements,
    typeOnce,
    /** Listens to what this page is told. */
    sitAt(page: Page): void {
      page.on("response", (response) => {
        if (!response.ok() || !response.url().includes("/sections/")) return;
        const body = response.request().postData() ?? "";
        response.json().then(
          (answer: unknown) => hear(body, answer),
          // It died before the answer was whole.
          () => undefined,
        );
      });
    },
    /** Types one text after the other until it is told to stop, or the browser dies under its hands. */
    type(page: Page): () => Promise<void> {
      let over = false;
      const work = async () => {
        while (!over) await typeOnce(page);
      };
      const ended = work().catch((error: unknown) => {
        if (!page.isClosed()) throw error;
      });
      return () => {
        over = true;
        return ended;
      };
    },
    /** What is stored of each acknowledged field is that text or one typed after it; says where not. */
    async lost(stored: (field: Field) => Promise<string>): Promise<string[]> {
      const found: string[] = [];
      for (const field of fields) {
        const told = acknowledged[field];
        const text = await stored(field);
        if (told < 0 || placeOf(field, text) >= told) continue;
        found.push(`${field}: told that “${typed[field][told] ?? ""}” is saved, stored “${text}”`);
      }
      return found;
    },
    shown: (page: Page, field: Field) => inputOf(page, field).inputValue(),
  };
}
