import "server-only";
import * as z from "zod";
import { hashOfToken } from "@/lib/auth/link-token";
import { readSessionToken } from "@/lib/auth/session-cookie";
import type { Viewer } from "@/lib/auth/viewer";
import { db, transaction } from "@/lib/db";
import { typedValues } from "@/lib/forms/form-state";
import { mayBeKept, typedTexts } from "@/lib/forms/typed-by-hand";
import { alternateAddress } from "@/lib/i18n/alternate";
import type { Locale } from "@/lib/i18n/routing";

/** What was typed stays so long on the server. */
const hours = 24;
/** Bytes of one form's text. */
const largest = 64_000;
/** Forms of one person. */
const most = 20;
/** Milliseconds in which what a page sent to save itself may arrive after the press that came later. */
const overtaking = 60_000;

export interface Kept {
  /** As typed, by field name. */
  readonly values: Readonly<Record<string, string>>;
  /** The language of the page on which it was typed. */
  readonly locale: Locale;
  readonly keptAt: Date;
}

const storedSchema = z.object({
  /** Sent by a press, and not by a page that saves itself. */
  pressed: z.boolean(),
  locale: z.enum(["en", "fr"]),
  values: z.record(z.string(), z.string()),
});

const since = () => new Date(Date.now() - hours * 3_600_000);

/** The form of a page by its address, the same in both languages: /fr/demandes/7?x=1 → /applications/7. */
export function formOf(address: string): string {
  const [path = ""] = address.split("?");
  const english = /^\/fr(\/|$)/.test(path) ? alternateAddress(path, "").href : path;
  return english.replace(/^\/en(?=\/|$)/, "") || "/";
}

interface Sent {
  readonly form: string;
  readonly formData: FormData;
  readonly locale: Locale;
  /** Of a page that saves itself: for whom it was drawn. Nobody else's session keeps it. */
  readonly drawnFor?: string | null;
}

/**
 * Keeps what a browser sends whose session is over, for the person whose session that was. A cookie that
 * never was a session's keeps nothing, and an ended one opens nothing but this.
 */
export async function keepForEnded({ form, formData, locale, drawnFor }: Sent): Promise<void> {
  const token = await readSessionToken();
  if (!token) return;
  const ended = await db().endedSession.findFirst({
    where: { tokenHash: hashOfToken(token), endedAt: { gt: since() } },
    select: { userId: true },
  });
  if (!ended || (drawnFor !== undefined && drawnFor !== ended.userId)) return;
  const values = Object.fromEntries(
    Object.entries(typedValues(formData))
      .filter(([name]) => mayBeKept(name))
      .map(([name, text]) => [storable(name), storable(text)]),
  );
  const pressed = drawnFor === undefined;
  if (typedTexts(values).length > 0) {
    await keepText(ended.userId, form, { pressed, locale, values });
  }
}

async function keepText(userId: string, form: string, values: z.infer<typeof storedSchema>) {
  if (Buffer.byteLength(JSON.stringify(values)) > largest) return;
  const keptAt = new Date();
  await transaction(async (tx) => {
    // Two forms of one person, sent at the same time, count each other.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
    const where = { userId_form: { userId, form } };
    const before = await tx.keptText.findUnique({ where });
    const overtaken =
      !values.pressed &&
      before !== null &&
      keptAt.getTime() - before.keptAt.getTime() < overtaking &&
      storedSchema.safeParse(before.values).data?.pressed;
    if (overtaken) return;
    await tx.keptText.upsert({
      where,
      create: { userId, form, values, keptAt },
      update: { values, keptAt },
    });
    const tooMany = await tx.keptText.findMany({
      where: { userId },
      select: { id: true },
      orderBy: [{ keptAt: "desc" }, { id: "desc" }],
      skip: most,
    });
    await tx.keptText.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } });
  });
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair. */
const storable = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** What the viewer typed in a form when their session had ended; null where nothing is kept. */
export async function findKept(
  { userId }: Pick<Viewer, "userId">,
  form: string,
): Promise<Kept | null> {
  const kept = await db().keptText.findUnique({
    where: { userId_form: { userId, form }, keptAt: { gt: since() } },
    select: { values: true, keptAt: true },
  });
  const read = storedSchema.safeParse(kept?.values);
  if (!kept || !read.success) return null;
  const { values, locale } = read.data;
  return { values, locale, keptAt: kept.keptAt };
}

/** What was kept is in use again, or is not wanted. Says whether there was anything. */
export async function forgetKept(
  { userId }: Pick<Viewer, "userId">,
  form: string,
): Promise<boolean> {
  const { count } = await db().keptText.deleteMany({ where: { userId, form } });
  return count > 0;
}

/** Forgets of everybody what is older than a day. */
export async function sweepKept(): Promise<void> {
  const old = since();
  await db().keptText.deleteMany({ where: { keptAt: { lte: old } } });
  await db().endedSession.deleteMany({ where: { endedAt: { lte: old } } });
}
