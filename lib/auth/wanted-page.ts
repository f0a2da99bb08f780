import "server-only";
import { cookies } from "next/headers";
import { safeReturnTo } from "@/lib/auth/return-to";
import { cookieName, cookieOptions } from "@/lib/auth/session-cookie";

/*
 * The page that somebody wanted when they arrived. The mailed link knows nothing of it and is opened in
 * another tab, so the browser keeps it for as long as a link is good.
 */

/** Only inside an action. */
export async function keepWantedPage(returnTo: unknown): Promise<void> {
  const wanted = safeReturnTo(returnTo);
  const kept = { ...cookieOptions(), maxAge: wanted ? 60 * 60 : 0 };
  (await cookies()).set(cookieName("wanted"), wanted ?? "", kept);
}

export async function wantedPage(): Promise<string | null> {
  return safeReturnTo((await cookies()).get(cookieName("wanted"))?.value);
}
