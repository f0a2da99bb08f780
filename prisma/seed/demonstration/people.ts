import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import { db } from "@/lib/db";
import { createExporter } from "@/lib/exporters/commands/create";
import { findPerson } from "@/lib/people/queries";
import { acceptNewestTerms } from "@/prisma/seed/accept-newest-terms";
import { giveRoles } from "@/prisma/seed/give-roles";
import type { Language, OfficerRole } from "@/prisma/generated/enums";

/** A person as the credential provider knows them. */
export interface Known {
  readonly userName: string;
  /** The provider's name for the person towards this portal. */
  readonly subject: string;
  readonly email?: string;
  readonly language?: Language;
}

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: OfficerRole[];
  readonly organization: string;
  readonly title?: string;
  readonly titleFr?: string;
}

const office = "Kimberley Process Office of Canada";
const people: Readonly<Record<string, Person>> = {
  mayaokafor: {
    firstName: "Maya",
    lastName: "Okafor",
    roles: [],
    organization: "Aurore North Diamonds Inc.",
    title: "Export manager",
  },
  lucbouchard: {
    firstName: "Luc",
    lastName: "Bouchard",
    roles: [],
    organization: "Taiga Gem Exports Ltd.",
    title: "Courtier en douane",
  },
  noralindqvist: {
    firstName: "Nora",
    lastName: "Lindqvist",
    roles: ["reviewer"],
    organization: office,
    title: "Reviewing officer",
    titleFr: "Agente d’examen",
  },
  samirhaddad: {
    firstName: "Samir",
    lastName: "Haddad",
    roles: ["reviewer"],
    organization: office,
    title: "Reviewing officer",
    titleFr: "Agent d’examen",
  },
  marietremblay: {
    firstName: "Marie-Ève",
    lastName: "Tremblay",
    roles: ["signatory"],
    organization: office,
    title: "Director, Kimberley Process Office",
    titleFr: "Directrice, Bureau du Processus de Kimberley",
  },
  avachen: {
    firstName: "Ava",
    lastName: "Chen",
    roles: ["administrator"],
    organization: office,
    title: "Portal administrator",
    titleFr: "Administratrice du portail",
  },
  // What one administrator proposes another confirms.
  paulgagnon: {
    firstName: "Paul",
    lastName: "Gagnon",
    roles: ["administrator"],
    organization: office,
    title: "Portal administrator",
    titleFr: "Administrateur du portail",
  },
};

/** Makes the people and ties them to their credentials; gives back their ids by user name. */
export async function makePeople(known: readonly Known[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { userName, subject, email, language = "en" } of known) {
    const person = people[userName];
    if (!person) throw new Error(`Nobody in the demonstration signs in as ${userName}.`);
    const address = email ?? `${userName}@demonstration.example`;
    const { roles, ...facts } = { ...person, language };
    const { id } = await db().user.upsert({
      where: { email: address },
      create: { ...facts, demonstration: true, email: address, emailVerified: now() },
      update: facts,
    });
    await giveRoles(id, roles);
    await acceptNewestTerms(id);
    const provider_providerAccountId = { provider: "gckey", providerAccountId: subject };
    await db().account.upsert({
      where: { provider_providerAccountId },
      create: { ...provider_providerAccountId, userId: id, type: "oidc" },
      update: { userId: id },
    });
    ids.set(userName, id);
  }
  return ids;
}

async function get(id: string | undefined) {
  const person = id === undefined ? null : await findPerson(id);
  if (!person) throw new Error("A demonstration person is missing.");
  return person;
}

export async function exporter(id: string | undefined): Promise<ExporterViewer> {
  const { id: userId, name, language, standings } = await get(id);
  return { kind: "exporter", userId, name, language, standings, entersPaper: false };
}

export async function officer(id: string | undefined): Promise<OfficerViewer> {
  const { id: userId, name, language, roles } = await get(id);
  return { kind: "officer", userId, name, language, roles, authenticatedAt: new Date() };
}

/** The two profiles: Maya's, for which Luc acts too, and Luc's own. */
export async function makeExporters(maya: ExporterViewer, luc: ExporterViewer) {
  const aurore = await createExporter(
    maya,
    {
      legalName: "Aurore North Diamonds Inc.",
      addressLines: ["4910 50 Avenue", "Suite 210"],
      city: "Yellowknife",
      province: "NT",
      postalCode: "X1A 3S5",
      businessNumber: "100000009RC0001",
      residencyAttested: true,
    },
    "0a0e5c1e-0000-4000-8000-000000000001",
  );
  const taiga = await createExporter(
    luc,
    {
      legalName: "Taiga Gem Exports Ltd.",
      addressLines: ["215, rue Saint-Jacques", "Bureau 800"],
      city: "Montréal",
      province: "QC",
      postalCode: "H2Y 1M6",
      residencyAttested: true,
    },
    "0a0e5c1e-0000-4000-8000-000000000002",
  );
  if (!aurore.ok || !taiga.ok) throw new Error("The demonstration profiles belong to others.");
  const [auroreId, taigaId] = [aurore.value.exporterId, taiga.value.exporterId];
  const mandate = { exporterId: auroreId, userId: luc.userId };
  if ((await db().mandate.count({ where: mandate })) === 0) {
    await db().mandate.create({
      data: {
        ...mandate,
        kind: "representative",
        permissions: ["view", "prepare", "submit"],
        acceptedAt: now(),
      },
    });
  }
  return { auroreId, taigaId };
}
