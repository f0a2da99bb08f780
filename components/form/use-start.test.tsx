import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionForm } from "@/components/form/action-form";
import { KeptProvider, type KeptText } from "@/components/form/kept-context";
import { TextField } from "@/components/form/text-field";
import { emptyForm } from "@/lib/forms/form-state";
import type { Locale } from "@/lib/i18n/routing";
import messages from "@/messages/en.json";

const typed = { pageForm: "yes", version: "3", "rows[0].carats": "1.5", note: "Typed & kept" };

function draw(
  kept: Partial<KeptText> | null,
  { version = 3, title = "Page" }: { version?: number; title?: string | null } = {},
) {
  const text = { values: typed, locale: "en" as Locale, at: "noon", discard: async () => {} };
  const whole = kept && { ...text, ...kept };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="America/Toronto">
      <KeptProvider kept={whole}>
        <ActionForm
          action={() => Promise.resolve(emptyForm)}
          version={version}
          {...(title === null ? {} : { title })}
        >
          <TextField name="note" label="Note" value="Stored" />
        </ActionForm>
      </KeptProvider>
    </NextIntlClientProvider>,
  );
}

const inField = /<input[^>]*id="note"[^>]*value="Typed &amp; kept"/;
const toCopy = /<textarea[^>]*readOnly=""[^>]*>[^<]*Typed &amp; kept<\/textarea>/i;
const saysKept = /<input type="hidden" name="kept" value="yes"\/>/;

describe("the main form of a page", () => {
  it("begins with what was kept, and says so when it is pressed", () => {
    const html = draw({});
    expect(html).toMatch(inField);
    expect(html).toMatch(saysKept);
    expect(html).toMatch(toCopy);
    expect(html).toContain(messages.form.kept.title);
  });

  const unmarked: Partial<typeof typed> = { ...typed };
  delete unmarked.pageForm;
  const elsewhere: [string, Partial<KeptText>, { version?: number }][] = [
    ["typed in the other language", { locale: "fr" }, {}],
    ["typed in another form of the page", { values: unmarked }, {}],
    ["whose rows have changed since", {}, { version: 4 }],
  ];
  it.each(elsewhere)("shows text %s to copy, and keeps it when it is pressed", (_, kept, page) => {
    const html = draw(kept, page);
    expect(html).not.toMatch(inField);
    expect(html).not.toMatch(saysKept);
    expect(html).toMatch(toCopy);
  });

  it("takes text without rows whatever has changed", () => {
    const values = { pageForm: "yes", version: "3", note: typed.note };
    expect(draw({ values }, { version: 4 })).toMatch(inField);
  });

  it("says nothing where nothing was kept, nor where it is another form", () => {
    for (const html of [draw(null), draw({}, { title: null })]) {
      expect(html).not.toContain(messages.form.kept.title);
      expect(html).toContain('value="Stored"');
    }
  });
});
