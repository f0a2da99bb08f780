import { createHash, createHmac, hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/**
 * The token in the link of a confirmation or an invitation, from the id of its row. It can be made again
 * whenever the mail is sent, so that neither the database nor the queue ever holds it: the database keeps
 * `hashOfToken(token)` alone, by which the link is found.
 */
export function linkToken(id: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "link token", 32));
  return createHmac("sha256", key).update(id).digest("base64url");
}

/** What is kept of a token, of a link or of a session: a copy of the database opens neither. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
