import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { env } from "@/lib/env";
import { frontPool } from "@/lib/security/front-pool";

/** Checks by number and code that one address, or one network of IPv6, may ask for in a quarter of an hour. */
export const checksAQuarterHour = 60;

const count = `
  INSERT INTO "CheckCount" ("from", "began", "count")
  VALUES ($1, date_bin('15 minutes', now(), 'epoch'), 1)
  ON CONFLICT ("from", "began") DO UPDATE SET "count" = "CheckCount"."count" + 1
  RETURNING "count"`;
const forget = `DELETE FROM "CheckCount" WHERE "began" < now() - interval '1 hour'`;

/**
 * Counts a check and says whether it may be answered. Whatever is asked for counts alike. Nothing is kept of an
 * address but a keyed hash, for an hour.
 */
export async function mayCheck(headers: Headers): Promise<boolean> {
  const from = createHmac("sha256", env().AUTH_SECRET).update(
    `check ${networkOf(addressIn(headers))}`,
  );
  const { rows } = await frontPool().query<{ count: number }>(count, [from.digest("hex")]);
  const asked = rows[0]?.count ?? 0;
  if (asked === 1) await frontPool().query(forget);
  return asked <= checksAQuarterHour;
}

/** Whom the nearest gateway has seen: it adds its word at the end of what the sender may have written himself. */
function addressIn(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";
}

/** Of IPv6 the network (/64): whoever has one address of it has all of them, and would come with another each time. */
function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const [head = "", tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const groups = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  while (groups.length + after.length < 8) groups.push("0");
  const all = [...groups, ...after];
  // An address of IPv4 as a socket of both kinds names it.
  const isMapped = all.slice(0, 6).join() === "0,0,0,0,0,ffff";
  return (isMapped ? all : all.slice(0, 4)).join(":");
}
