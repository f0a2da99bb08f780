import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import type { ThreadAbout } from "@/prisma/generated/enums";

/** Characters of a subject: one line. */
const longestSubject = 150;
/** Characters of a message. */
const longestMessage = 8000;

/** What a conversation can be about. */
export const aboutKinds = [
  "general",
  "application",
  "certificate",
  "import",
] as const satisfies readonly ThreadAbout[];

/** One line, whatever was pasted into it. */
const oneLine = (typed: string) => typed.replace(/\s+/gu, " ").trim();
/** A browser sends two characters for the end of a line; one is counted. */
const lines = (typed: string) => typed.replace(/\r\n?/g, "\n").trim();

const subject = z.string().max(longestSubject, errorKey("messages.subject.tooLong"));
const text = z.string().max(longestMessage, errorKey("messages.text.tooLong"));

const fields = { subject: "text", text: "text" } as const;
/** More is cut before it is counted. */
const longest = 3 * longestMessage;

const sentText = z
  .string(errorKey("messages.text.required"))
  .transform(lines)
  .pipe(text.min(1, errorKey("messages.text.required")));

/** A reply, to be sent. */
export const replyForm = {
  schema: z.object({ text: sentText }),
  fields: { text: "text" },
  longest,
} as const;

const firstMessage = {
  subject: z
    .string(errorKey("messages.subject.required"))
    .transform(oneLine)
    .pipe(subject.min(1, errorKey("messages.subject.required"))),
  text: sentText,
};
const draft = {
  subject: z.string().default("").transform(oneLine).pipe(subject),
  text: z.string().default("").transform(lines).pipe(text),
};

/** The first message of a conversation, to be sent. */
export const firstMessageForm = { schema: z.object(firstMessage), fields, longest } as const;

/** A message to be kept and finished later: nothing is required. */
export const draftForm = { schema: z.object(draft), fields, longest } as const;

/** A draft, to be sent as it is kept. */
export const keptForm = { schema: z.object({}), fields: {} } as const;

/** `application:ID`, as the form for a new conversation names what it is about; "general" for nothing. */
export const matterChoice = z
  .string(errorKey("messages.about.required"))
  .transform((value, context) => {
    const [kind = "", matterId = ""] = value.split(":");
    const known = aboutKinds.find((each) => each === kind);
    if (known) return { about: known, matterId: known === "general" ? null : matterId };
    context.addIssue({ code: "custom", message: errorKey("messages.about.required") });
    return z.NEVER;
  });
export type MatterChoice = z.infer<typeof matterChoice>;

const place = { exporterId: z.string(errorKey("messages.exporter.required")), about: matterChoice };
const placeFields = { exporterId: "text", about: "text", ...fields } as const;

/** A new conversation, to be sent. */
export const newThreadForm = {
  schema: z.object({ ...place, ...firstMessage }),
  fields: placeFields,
  longest,
} as const;

/** The same, to be kept: it must be known for whom, and about what. */
export const newDraftForm = {
  schema: z.object({ ...place, ...draft }),
  fields: placeFields,
  longest,
} as const;
