import { z } from "zod";
import type { Pathname } from "@/lib/i18n/routing";
import { OfficerRole, Permission } from "@/prisma/generated/enums";

/**
 * Every mail about people and who acts for whom, with the page to which its button leads. `link` pages are
 * opened by a token made of the id that the mail carries.
 */
export const aboutPeople = {
  confirmAddress: { page: "/confirm/[token]", link: true },
  addressBounced: { page: "/account/email", link: false },
  addressChanged: { page: "/contact", link: false },
  credentialRequested: { page: "/contact", link: false },
  credentialToDecide: { page: "/account/credentials", link: false },
  credentialLinked: { page: "/sign-in", link: false },
  credentialRefused: { page: "/contact", link: false },
  invitedToRepresent: { page: "/invitation/[token]", link: true },
  invitedToOwn: { page: "/invitation/[token]", link: true },
  invitationAccepted: { page: "/profile", link: false },
  invitationDeclined: { page: "/profile", link: false },
  mandateChanged: { page: "/account", link: false },
  mandateRemoved: { page: "/account", link: false },
  mandateOfOtherChanged: { page: "/profile", link: false },
  mandateOfOtherRemoved: { page: "/profile", link: false },
  mandateResigned: { page: "/profile", link: false },
  invitationEnding: { page: "/invitation/[token]", link: true },
  mandateEnding: { page: "/account", link: false },
  representativeEnding: { page: "/profile", link: false },
  accessRequested: { page: "/profile", link: false },
  accessAccepted: { page: "/applications", link: false },
  accessRefused: { page: "/profile", link: false },
  profileMerged: { page: "/applications", link: false },
  profileGrown: { page: "/profile", link: false },
  officerInvited: { page: "/office-invitation/[token]", link: true },
  officerJoined: { page: "/office/users", link: false },
  officerChanged: { page: "/office/queue", link: false },
  officerSuspended: { page: "/contact", link: false },
  officerInvitationEnding: { page: "/office-invitation/[token]", link: true },
  dormantSoon: { page: "/sign-in", link: false },
  officerDormantSoon: { page: "/office/users", link: false },
  referenceProposed: { page: "/office/reference", link: false },
  referenceSwitchedOff: { page: "/office/reference", link: false },
  referenceConfirmed: { page: "/office/reference", link: false },
  referenceRefused: { page: "/office/reference", link: false },
} as const satisfies Record<string, { page: Pathname; link: boolean }>;

export type PeopleTemplate = keyof typeof aboutPeople;
export const peopleTemplates = Object.keys(aboutPeople) as PeopleTemplate[];

/** What such a mail may say; what is not there is not said. */
export const peopleData = z.object({
  /** Of the reader; empty where it is not known yet. */
  name: z.string(),
  exporter: z.string().optional(),
  /** A profile that became part of it. */
  merged: z.string().optional(),
  /** Somebody else: who invites, resigns, asks. */
  person: z.string().optional(),
  permissions: z.array(z.enum(Permission)).optional(),
  roles: z.array(z.enum(OfficerRole)).optional(),
  endsOn: z.iso.date().nullish(),
  linkId: z.uuid().optional(),
});
export type PeopleData = z.infer<typeof peopleData>;
