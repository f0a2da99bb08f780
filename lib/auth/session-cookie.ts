import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

/**
 * Names of the cookies. On a public address they are bound to this host over HTTPS (`__Host-`). On a
 * developer's machine the port is part of the name, because cookies ignore ports and two checkouts
 * must not sign each other out.
 */
export function cookieName(purpose: string): string {
  const { protocol, port } = new URL(env().PORTAL_URL);
  return protocol === "https:" ? `__Host-kp-${purpose}` : `kp-${port || "80"}-${purpose}`;
}

export const overHttps = () => env().PORTAL_URL.startsWith("https:");

/** Out of reach of scripts, of other hosts and of other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: overHttps() } as const;
}

export async function readSessionToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieName("session"))?.value;
}

/** Only inside an action or a route handler. */
export async function forgetSessionToken(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieOptions(), maxAge: 0 });
}
