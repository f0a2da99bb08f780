import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { newExporter } from "@/tests/factories/people";
import { Prisma } from "@/prisma/generated/client";
import { askedIn } from "@/lib/forms/search-text";
import { searchKinds, type SearchKind } from "./kinds";
import { statementFor } from "./statement";

/* Two hundred thousand exporters, applications and people: every way of asking goes through an index, and is quick. */

const rows = 200_000;
/** Of what is found by its number alone. */
const numbered = 20_000;
const superuser = new pg.Client({ connectionString: process.env["TEST_SUPERUSER_URL"] });

const words = `(ARRAY['Aurora','Boréal','Kestrel','Taïga','Wollaston','Écluse','Minto','Harfang'])[1 + n % 8]`;

beforeAll(async () => {
  const { exporterId, owner } = await newExporter();
  await superuser.connect();
  // Rows alone: what triggers add or refuse is tried elsewhere.
  await superuser.query("SET session_replication_role = replica");
  const made = (table: string, columns: string, values: string, count = numbered) =>
    superuser.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${values} FROM generate_series(1, ${count}) n`,
    );
  const id = (kind: string) => `md5('${kind}' || n)::uuid`;
  await made(
    "Exporter",
    `id, "legalName", "addressLines", city, province, "postalCode", "businessNumber", "residencyAttestedAt", "residencyAttestedBy", "creationToken"`,
    `${id("e")}, ${words} || ' Rough ' || n || ' Ltd.', '{}', 'Yellowknife', 'NT', 'X1A 2N5', lpad(n::text, 9, '1'), now(), '${owner.userId}', ${id("t")}`,
    rows,
  );
  await made(
    "Application",
    `id, number, "exporterId", status, answers, "creationToken", "createdById", "updatedAt", "submissionVersion", "submittedAt", "consigneeName"`,
    `${id("a")}, 'KPO-2026-' || lpad(n::text, 6, '0'), ${id("e")}, 'submitted', '{}', ${id("t")}, '${owner.userId}', now(), 1, now(), ${words} || ' Gems ' || n || ' BV'`,
    rows,
  );
  await made(
    "Submission",
    `id, "applicationId", version, "schemaVersion", snapshot, findings, "submittedById", "submittedAt"`,
    `${id("s")}, ${id("a")}, 1, 1, '{}', '[]', '${owner.userId}', now()`,
  );
  await made("SubmittedSeal", `id, "submissionId", seal`, `${id("l")}, ${id("s")}, 'TOR-' || n`);
  await made(
    "Certificate",
    `id, number, "applicationId", "submissionId", "decisionId", record, "recordSha256", "checkCode", "issuedOn", "expiresOn", "expiresAt", "issuedById"`,
    `${id("c")}, 'CA' || lpad(n::text, 8, '0'), ${id("a")}, ${id("s")}, ${id("d")}, '{}', '', '', '2026-01-01', '2026-03-02', '2026-03-03T00:00:00Z', '${owner.userId}'`,
  );
  await made(
    "ImportCertificate",
    `id, issuer, number, "numberNormalised", "exporterId", provenance, "issuedOn", "expiresOn", "importedOn", carats, "valueUsd", "registeredById"`,
    `${id("i")}, 'BW', 'BW' || lpad(n::text, 8, '0'), 'BW' || lpad(n::text, 8, '0'), '${exporterId}', 'BW', now(), now(), now(), 1, 1, '${owner.userId}'`,
  );
  await made("ImportBalance", `"importCertificateId"`, id("i"));
  await made(
    "User",
    `id, "firstName", "lastName", email`,
    `${id("u")}, 'Ezra', ${words} || ' ' || n, 'ezra' || n || '@test.example'`,
    rows,
  );
  await superuser.query("ANALYZE");
}, 240_000);
afterAll(() => superuser.end());

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: Plan[];
}
const scansIn = (plan: Plan): string[] => [
  // Of a table that holds next to nothing, all is read at once.
  ...(plan["Node Type"].endsWith("Seq Scan") && plan["Relation Name"] !== "Mandate"
    ? [plan["Relation Name"] ?? ""]
    : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
];

const asked: readonly (readonly [SearchKind, string])[] = [
  ["applications", "KPO-2026-123456"],
  ["applications", "2026 1234"],
  ["applications", "123456"],
  ["certificates", "CA00012345"],
  ["certificates", "CA0001"],
  ["imports", "BW00012345"],
  ["imports", "000123"],
  ["seals", "tor 12345"],
  ["seals", "TOR"],
  ["exporters", "boreal rough 123456"],
  ["exporters", "rough"],
  ["exporters", "ta"],
  ["exporters", "111123456"],
  ["consignees", "ecluse 123"],
  ["consignees", "gems"],
  ["people", "ezra123456@test.example"],
  ["people", "ezra wollaston 12345"],
  ["people", "zzz"],
];

/** Pages of 8 kB that are looked at: what an idle machine does in milliseconds, whatever this one does besides. */
const pages = ({ Plan: plan }: { Plan: Plan }) =>
  (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);

it.each(asked)("%s: %j is found through indexes", async (kind, text) => {
  const statement = statementFor(kind, askedIn(text), 11);
  if (!statement) throw new Error("nothing is asked");
  const [found] = await db().$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`,
  );
  const [explained] = found?.["QUERY PLAN"] ?? [];
  if (!explained) throw new Error("no plan");
  expect(scansIn(explained.Plan)).toEqual([]);
  expect(pages(explained)).toBeLessThan(5_000);
});

it("asks for every kind, and goes on at a place without reading what is before it", async () => {
  expect(new Set(asked.map(([kind]) => kind))).toEqual(new Set(searchKinds));
  const place = { rank: 1, id: randomUUID() };
  const statement = statementFor("exporters", askedIn("rough"), 26, place);
  const [found] = await db().$queryRaw<{ "QUERY PLAN": { Plan: Plan }[] }[]>(
    Prisma.sql`EXPLAIN (FORMAT JSON) ${statement ?? Prisma.empty}`,
  );
  const [explained] = found?.["QUERY PLAN"] ?? [];
  expect(explained && scansIn(explained.Plan)).toEqual([]);
});
