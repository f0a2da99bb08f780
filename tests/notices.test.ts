import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { expect, expectTypeOf, it } from "vitest";
import type { EventKind, PortalEvent } from "@/lib/events/event";
import { compose } from "@/lib/mail/compose";
import type { Notice, Template } from "@/lib/mail/notice";
import { concernsAnybody, mailsFor, type Told } from "@/lib/mail/who-is-told";
import { noticeTypes, typeOfTemplate } from "@/lib/notices/types";
import en from "@/messages/en.json";
import { eventExamples } from "./factories/event-examples";
import { everybody, type Everything } from "./factories/event-readers";
import { mailExamples } from "./factories/mail-examples";

/*
 * docs/notices.md says of every kind of event who is told, where and in what words. It is made from the code
 * by NOTICES=renew npx vitest run --project=unit tests/notices.test.ts, and compared with it here.
 */

const file = "docs/notices.md";
const renew = process.env["NOTICES"] === "renew";

interface Line {
  readonly kind: string;
  readonly when: string;
  readonly who: string;
  /** Null where nobody is told. */
  readonly notice: Notice | null;
  readonly byMail: boolean;
  readonly inPortal: boolean;
}

function toldOf(kind: string, when: string, planned: Told): Line {
  const { recipient, userId, template, data } = planned;
  const notice = { template, data } as Notice;
  const type = typeOfTemplate[template];
  const inPortal = type !== null && userId !== undefined;
  return {
    kind,
    when,
    who: userId ?? recipient ?? "",
    notice,
    byMail: recipient !== null,
    inPortal,
  };
}

/** The examples of a kind, whichever it is. */
interface AnyExample {
  readonly event: PortalEvent;
  readonly when?: string;
  readonly among?: Partial<Everything>;
}

const examplesOf = Object.entries<readonly AnyExample[]>(eventExamples);

/** Line by others than lib/mail/who-is-told.ts: to many, a part at a time, and once a day. */
const elsewhere: Record<string, { when: string; who: string; template: Template }[]> = {
  "broadcast.published": [
    {
      when: "",
      who: "everybody who acts for an exporter that it is for",
      template: "announcement",
    },
    {
      when: "urgent",
      who: "everybody who acts for an exporter that it is for",
      template: "urgentAnnouncement",
    },
  ],
};

const rows = examplesOf.flatMap(([kind, examples]): Line[] => {
  const others = (elsewhere[kind] ?? []).map(({ when, who, template }): Line => {
    return { kind, when, who, notice: mailExamples()[template], byMail: true, inPortal: true };
  });
  const own = examples.flatMap(({ event, when = "", among = {} }): Line[] => {
    const told = mailsFor(event, { ...everybody, ...among });
    if (told.length > 0) return told.map((planned) => toldOf(kind, when, planned));
    const nobody = { who: "nobody", notice: null, byMail: false, inPortal: false };
    return others.length > 0 ? [] : [{ kind, when, ...nobody }];
  });
  return [...own, ...others];
});

const settings = {
  origin: "https://portal.example",
  officeMailbox: "office@example.ca",
  tokenOf: () => "token",
};

async function lineOf({ kind, when, who, notice, byMail, inPortal }: Line): Promise<string> {
  const event = `\`${kind}\`${when ? `: ${when}` : ""}`;
  if (!notice) return `| ${event} | nobody; it is in the history of the record | | | | |`;
  const type = typeOfTemplate[notice.template];
  const urgent = type !== null && noticeTypes[type].urgent;
  const byChoice = urgent ? "portal and email" : "portal, and email by choice";
  const where = !inPortal ? "email" : byMail ? byChoice : "portal";
  const { subject } = await compose(notice, "en", settings);
  const words = subject.replace(" / ", " · ").replaceAll("|", "\\|");
  const name = type === null || !inPortal ? "" : en.notices.types[type].name;
  return `| ${event} | ${who} | ${where} | ${words} | ${name} | ${urgent ? "yes" : ""} |`;
}

async function page(): Promise<string> {
  const text = `# Who is told of what

Every kind of event, who hears of it, where, and in what words: the subject in English and in French, with examples in their blanks.
The page is made from the code (\`lib/mail/who-is-told.ts\`, \`lib/notices/types.ts\`, \`messages\`) by
\`NOTICES=renew npx vitest run --project=unit tests/notices.test.ts\`; the same test fails where the two differ, and a kind of event
without an example does not compile. Decision [052](decisions/052-notices-and-mail.md).

"Portal" is the list of notices of a person; by choice, email comes as well, or for officers in one email each morning. What is
urgent always comes by email. Whoever has no confirmed address reads it in the portal alone. The words of each mail are in
\`messages/*.json\` under \`mail\`; every mail says all in both languages, the reader’s first.

| What happens | Who is told | Where | In what words | Type | Urgent |
| --- | --- | --- | --- | --- | --- |
${(await Promise.all(rows.map(lineOf))).join("\n")}

Besides, each morning on office days, officers who chose it for some types get one email of what they were told since the last:
“${(await compose(mailExamples().digest, "en", settings)).subject.replace(" / ", " · ")}”.
`;
  return format(text, { ...(await resolveConfig(file)), parser: "markdown" });
}

it("the page says what the code does", async () => {
  const made = await page();
  if (renew) writeFileSync(file, made);
  expect(readFileSync(file, "utf8")).toBe(made);
});

it("whoever may be told is somebody, and nobody is told of what concerns nobody", () => {
  for (const [kind, examples] of examplesOf) {
    const told = examples.flatMap(({ event, among }) =>
      mailsFor(event, { ...everybody, ...among }),
    );
    expect(
      examples.some(({ event }) => concernsAnybody(event)),
      kind,
    ).toBe(told.length > 0);
    for (const { event, among } of examples) {
      if (!concernsAnybody(event)) {
        expect(mailsFor(event, { ...everybody, ...among })).toEqual([]);
      }
    }
  }
});

it("every kind of mail has its place on the page", () => {
  const told = new Set<Template>(rows.flatMap(({ notice }) => notice?.template ?? []));
  const never = Object.values(mailExamples()).map(({ template }): Template => template);
  expect(never.filter((template) => !told.has(template))).toEqual(["digest"]);
});

it("does not compile without an example of a kind of event", () => {
  type Table = { [K in EventKind]: unknown };
  expectTypeOf<Omit<Table, "certificate.issued">>().not.toExtend<Table>();
  expectTypeOf(eventExamples).toExtend<Table>();
});
