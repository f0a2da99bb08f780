import "server-only";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { currentSession } from "@/lib/auth/auth";
import { asExporter, asOfficer, type ExporterViewer, type OfficerViewer } from "@/lib/auth/viewer";
import { findPerson } from "@/lib/people/queries";
import { redirect } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import type { OfficerStanding } from "@/lib/people/officer";
import type { OfficerRole } from "@/prisma/generated/enums";

/** The signed-in person with roles and mandates as they are now, or null. Read once a request. */
export const currentPerson = cache(async () => {
  const session = await currentSession();
  const person = session && (await findPerson(session.userId));
  return person && { ...person, sessionId: session.id, authenticatedAt: session.authenticatedAt };
});

/** The reader's language, also inside an action. */
export async function requestLocale(): Promise<Locale> {
  return getLocale();
}

async function signedIn() {
  const person = await currentPerson();
  if (person) return person;
  const here = (await headers()).get("x-portal-address") ?? "";
  const locale = await requestLocale();
  const returnTo = here.startsWith(`/${locale}/`) ? { returnTo: here } : {};
  return redirect({ href: { pathname: "/sign-in", query: returnTo }, locale });
}

/** Says why: who is suspended or dormant is not told that a role is missing. */
async function noAccess(standing: OfficerStanding | null): Promise<never> {
  const query = standing === null || standing === "active" ? {} : { reason: standing };
  return redirect({ href: { pathname: "/no-access", query }, locale: await requestLocale() });
}

/** Somebody who acts for exporters. Anybody signed in may; what they see is decided by their mandates. */
export async function requireExporter(): Promise<ExporterViewer> {
  return asExporter(await signedIn());
}

/** Somebody of the office, with any role or one of those named. */
export async function requireOfficer(...oneOf: OfficerRole[]): Promise<OfficerViewer> {
  const person = await signedIn();
  const { roles } = person;
  const fits = oneOf.length === 0 ? roles.length > 0 : oneOf.some((role) => roles.includes(role));
  if (!fits) return noAccess(person.officerStanding);
  return asOfficer(person);
}

export const requireReviewer = () => requireOfficer("reviewer");
export const requireSignatory = () => requireOfficer("signatory");

/** To the first useful page of a person: the desk of an officer, the applications of an exporter. */
export async function toStartPage(): Promise<never> {
  const person = await currentPerson();
  const resting = person?.officerStanding && person.officerStanding !== "active";
  if (resting && person.standings.length === 0) return noAccess(person.officerStanding);
  const href = person?.roles.length ? "/office/queue" : "/applications";
  return redirect({ href, locale: await requestLocale() });
}
