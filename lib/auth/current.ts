import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readSession } from "@/lib/auth/auth";
import { stepOf, type Step } from "@/lib/auth/arrival-step";
import { findKept, forgetKept, formOf, keepForEnded } from "@/lib/auth/kept-text";
import { safeReturnTo } from "@/lib/auth/return-to";
import { noteDeniedTo } from "@/lib/auth/note-denied";
import { isThrough } from "@/lib/auth/through";
import {
  asExporter,
  asOfficer,
  asViewer,
  type ExporterViewer,
  type OfficerViewer,
  type Viewer,
} from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { findOwnRequest, findPendingAddress, findPerson } from "@/lib/people/queries";
import { currentTerms } from "@/lib/texts/queries";
import { isLanguagePress } from "@/lib/forms/language-press";
import { alternateAddress, pageAt } from "@/lib/i18n/alternate";
import { redirect, redirectToAddress } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";
import type { OfficerStanding } from "@/lib/people/officer";
import type { OfficerRole } from "@/prisma/generated/enums";

/** The session of the request, or null. Read once a request. */
export const currentSession = cache(readSession);

/** The signed-in person with roles and mandates as they are now, or null. Read once a request. */
export const currentPerson = cache(async () => {
  const session = await currentSession();
  const person = session && (await findPerson(session.userId));
  if (!person) return null;
  const { id: sessionId, authenticatedAt, actingForId } = session;
  return { ...person, sessionId, authenticatedAt, actingForId };
});

/** The reader's language, also inside an action. */
export async function requestLocale(): Promise<Locale> {
  return getLocale();
}

/** The address of the page that is asked for, or on which a form was pressed. */
export async function addressHere(): Promise<string> {
  return (await headers()).get("x-portal-address") ?? "";
}

/** This page, to come back to. */
async function returnToHere(locale: Locale): Promise<{ returnTo?: string }> {
  const here = await addressHere();
  return here.startsWith(`/${locale}/`) ? { returnTo: here } : {};
}

/** What the reader typed on this page when their session had ended; null where nothing is kept. */
export async function keptHere() {
  const session = await currentSession();
  return session && findKept(session, formOf(await addressHere()));
}

/** `pressed` is the form with which an action was called: whoever has to sign in again finds it filled in. */
async function signedIn(pressed?: FormData) {
  const person = await currentPerson();
  const locale = await requestLocale();
  const form = pressed && formOf(await addressHere());
  if (person) {
    // The text is in the answer of this press from now on.
    const used = pressed?.get("kept") === "yes" && !isLanguagePress(pressed);
    if (used && form && (await forgetKept({ userId: person.id }, form))) refresh();
    return person;
  }
  if (form) await keepForEnded({ form, formData: pressed, locale });
  return redirect({ href: { pathname: "/sign-in", query: await returnToHere(locale) }, locale });
}

type SignedIn = NonNullable<Awaited<ReturnType<typeof currentPerson>>>;

/** What the person must still do before the portal is theirs; null after the last step. */
async function nextStep(person: SignedIn) {
  return stepOf(person, await currentTerms(), now(), async () => {
    const me = { userId: person.id };
    const [link, request] = await Promise.all([findPendingAddress(me), findOwnRequest(me)]);
    return link !== null || request?.state === "open";
  });
}

/** Somebody signed in who has arrived; anybody else is led to their next step, and back here after the last. */
async function arrived(pressed?: FormData) {
  const person = await signedIn(pressed);
  const step = await nextStep(person);
  if (step === null) return person;
  const posted = (await headers()).get("x-portal-method") === "POST";
  if (posted && (await isThrough(person))) return person;
  const locale = await requestLocale();
  const query = await returnToHere(locale);
  return redirect({ href: { pathname: `/welcome/${step}`, query }, locale });
}

/** Somebody signed in, wherever their arrival stands. */
export async function requireArriving(pressed?: FormData): Promise<Viewer> {
  return asViewer(await signedIn(pressed));
}

/** Somebody in their own account: of the office, or an exporter. */
export async function requireViewer(pressed?: FormData): Promise<Viewer> {
  return asViewer(await arrived(pressed));
}

/** Somebody who may be asked about a new credential: as administrator, or as an owner. */
export async function requireDecider(): Promise<Viewer> {
  const person = await arrived();
  return person.roles.includes("administrator") ? asOfficer(person) : asExporter(person);
}

/** Says why: who is suspended or dormant is not told that a role is missing. */
async function noAccess(standing: OfficerStanding | null): Promise<never> {
  const href =
    standing === null || standing === "active"
      ? "/no-access"
      : ({ pathname: "/no-access", query: { reason: standing } } as const);
  return redirect({ href, locale: await requestLocale() });
}

/** Somebody who acts for exporters. Anybody who has arrived may; what they see is decided by their mandates. */
export async function requireExporter(pressed?: FormData): Promise<ExporterViewer> {
  return asExporter(await arrived(pressed));
}

/** Somebody of the office, with any role or one of those named. */
export function requireOfficer(...oneOf: OfficerRole[]): Promise<OfficerViewer> {
  return officerWith(oneOf);
}

async function officerWith(oneOf: readonly OfficerRole[], pressed?: FormData) {
  const person = await arrived(pressed);
  const { roles } = person;
  const fits = oneOf.length === 0 ? roles.length > 0 : oneOf.some((role) => roles.includes(role));
  if (!fits) {
    const here = pageAt(new URL(await addressHere(), "http://portal").pathname);
    if (here) {
      await noteDeniedTo(person, { address: here.page, parameters: here.parameters, why: "role" });
    }
    return noAccess(person.officerStanding);
  }
  return asOfficer(person);
}

export const requireAnyOfficer = (pressed?: FormData) => officerWith([], pressed);
export const requireAnyButAuditor = (pressed?: FormData) =>
  officerWith(["reviewer", "signatory", "administrator"], pressed);
export const requireReviewer = (pressed?: FormData) => officerWith(["reviewer"], pressed);
export const requireSignatory = (pressed?: FormData) => officerWith(["signatory"], pressed);
export const requireReviewerOrSignatory = (pressed?: FormData) =>
  officerWith(["reviewer", "signatory"], pressed);
export const requireAdministratorOrSignatory = (pressed?: FormData) =>
  officerWith(["administrator", "signatory"], pressed);
export const requireAdministrator = (pressed?: FormData) => officerWith(["administrator"], pressed);

/**
 * For the page of a step: the reader, if this is where they stand. Before and after it they are led to
 * their step, and after the last one to the page that they wanted.
 */
export async function requireStep(steps: readonly Step[], returnTo: unknown): Promise<Viewer> {
  const person = await signedIn();
  const step = await nextStep(person);
  if (step && steps.includes(step)) return asViewer(person);
  return leadOn(step, returnTo);
}

async function leadOn(step: Step | null, returnTo: unknown): Promise<never> {
  const locale = await requestLocale();
  const wanted = safeReturnTo(returnTo);
  if (step) {
    const query = wanted ? { returnTo: wanted } : {};
    return redirect({ href: { pathname: `/welcome/${step}`, query }, locale });
  }
  return wanted ? redirectToAddress(inLanguage(wanted, locale)) : toStartPage();
}

/** The reader may have changed the language on the way. */
function inLanguage(address: string, locale: Locale): string {
  const { pathname, search } = new URL(address, "http://portal");
  const other = alternateAddress(pathname, search);
  return other.locale === locale ? other.href : address;
}

/** To the first useful page of a person: the desk of an officer, the dashboard of an exporter. */
export async function toStartPage(): Promise<never> {
  const person = await currentPerson();
  const resting = person?.officerStanding && person.officerStanding !== "active";
  if (resting && person.standings.length === 0) return noAccess(person.officerStanding);
  const href = person?.roles.length ? "/office/queue" : "/home";
  return redirect({ href, locale: await requestLocale() });
}
