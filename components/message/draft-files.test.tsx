import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DraftFiles } from "./draft-files";
import { WrittenFields } from "./written-fields";
import en from "@/messages/en.json";

const file = { size: 2048, kind: "other", importCertificate: null } as const;
const documents = [
  { ...file, id: "1", name: "form.pdf", scan: "clean" },
  { ...file, id: "2", name: "bad.pdf", scan: "infected" },
] as const;
const drawn = (part: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="America/Toronto" messages={en}>
      {part}
    </NextIntlClientProvider>,
  );

it("counts no file that the virus check has removed", () => {
  const draft = { id: "m", text: "Here.", savedAt: new Date(5), documents };
  const html = drawn(<WrittenFields draft={draft} seen={null} />);
  expect(html).toContain('name="files" value="1"');
  expect(html).toContain('name="savedAt" value="5"');
  expect(html).toContain('name="seen" value=""');
  expect(drawn(<WrittenFields draft={null} />)).not.toContain('name="seen"');
});

it("names such a file, and offers to take off the others alone", () => {
  const acts = { failed: [], takeOff: () => () => Promise.resolve() };
  const html = drawn(<DraftFiles documents={documents} office acts={acts} />);
  expect(html).toContain("bad.pdf");
  expect(html).toContain(en.documents.virusCheck.infected);
  expect(html.match(/<form/g)).toHaveLength(1);
  expect(drawn(<DraftFiles documents={documents} office />)).not.toContain("<form");
});
