import { randomUUID } from "node:crypto";
import { linkToken } from "@/lib/auth/link-token";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { Introduction } from "@/lib/people/schema";
import { asOwner } from "./owner";

/** Somebody who has just signed in with a credential that the portal does not know. */
export async function newArrival(): Promise<ExporterViewer & { subject: string }> {
  const subject = randomUUID();
  const account = { provider: "gckey", providerAccountId: subject, type: "oidc" };
  const { id } = await db().user.create({
    data: { accounts: { create: account } },
    select: { id: true },
  });
  return {
    kind: "exporter",
    userId: id,
    name: "",
    language: "en",
    standings: [],
    entersPaper: false,
    subject,
  };
}

/** An address nobody has. */
export const newAddress = () => `arrival-${randomUUID()}@test.example`;

/** What somebody enters on the second screen. */
export const introduction = (changes: Partial<Introduction> = {}): Introduction => ({
  email: newAddress(),
  firstName: "Zoé",
  lastName: "Arrivée",
  language: "fr",
  ...changes,
});

/** The token of the newest link that somebody was sent. */
export async function newestToken({ userId }: { userId: string }): Promise<string> {
  const { id } = await db().emailConfirmation.findFirstOrThrow({
    where: { userId },
    orderBy: { createdAt: "desc" },
  });
  return linkToken(id);
}

/** Publishes a version of the terms of use that holds from a day on; gives its number. */
export async function publishTerms(validFrom = "2020-01-01"): Promise<number> {
  const { rows } = await asOwner(
    `INSERT INTO "PortalText" (kind, version, "textEn", "textFr", "validFrom")
     SELECT 'terms', coalesce(max(version), 0) + 1, 'Use it well.', 'Faites-en bon usage.', $1
     FROM "PortalText" WHERE kind = 'terms' RETURNING version`,
    [validFrom],
  );
  const [row] = rows as { version: number }[];
  return row?.version ?? 0;
}
