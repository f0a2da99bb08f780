import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import type { FieldKind, FormSchema } from "@/lib/forms/parse-form";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";
import { allNoticeTypes, type NoticeType } from "@/lib/notices/types";
import { Language, NoticeChannel } from "@/prisma/generated/enums";

/** What the address of the list says; anything that cannot be understood counts as not said. */
export const noticeFilter = z.object({
  text: searched(),
  type: z.enum(["", ...allNoticeTypes]).catch(""),
  from: searched(40),
  until: searched(40),
  unread: z.enum(["", "yes"]).catch(""),
  after: searched(),
  before: searched(),
});
export type NoticeFilter = z.infer<typeof noticeFilter>;

/** The same in the shortest address: what is not said is left out. */
export const noticeAddress = (filter: Partial<NoticeFilter>) => shortest(filter);

const preferences = z.object({
  language: z.enum(Language, errorKey("person.language.required")),
  channels: z
    .partialRecord(
      z.enum(allNoticeTypes),
      z.enum(NoticeChannel, errorKey("notices.channel.unknown")),
    )
    .default({}),
});
export type Preferences = z.infer<typeof preferences>;

const channelFields = Object.fromEntries(
  allNoticeTypes.map((type) => [`channels.${type}`, "text" as const]),
) satisfies Record<string, FieldKind>;

/** Where a person hears of each type, and in which language. */
export const preferencesForm = {
  schema: preferences,
  fields: { ...channelFields, language: "text" },
} as const satisfies FormSchema<Preferences>;

export const channelField = (type: NoticeType) => `channels.${type}`;
