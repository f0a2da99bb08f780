import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { hashOfToken, linkToken } from "@/lib/auth/link-token";
import { db, transaction, violatedConstraint } from "@/lib/db";
import { record } from "@/lib/events/record";
import { openUntil } from "@/lib/people/invitation";

/*
 * Invites the first administrator, in the name of the owner of the database: nobody in the portal could.
 * The database refuses it while there is an active administrator. Reads the address as JSON on standard
 * input and writes the token of the link, or null when it was refused. The mail is the worker's.
 */

const { email } = z.object({ email: z.string() }).parse(JSON.parse(await text(process.stdin)));

async function invite(): Promise<string | null> {
  const id = randomUUID();
  const token = linkToken(id);
  try {
    await transaction(async (tx) => {
      await tx.officerInvitation.create({
        data: {
          id,
          email,
          roles: ["administrator"],
          tokenHash: hashOfToken(token),
          expiresAt: openUntil(new Date()),
        },
      });
      await record(tx, { system: true }, { kind: "officer.invited", data: { invitationId: id } });
    });
    return token;
  } catch (thrown) {
    if (violatedConstraint(thrown) === "OfficerInvitation_first_from_server") return null;
    throw thrown;
  }
}

try {
  process.stdout.write(JSON.stringify({ token: await invite() }));
} finally {
  await db().$disconnect();
}
