import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

/**
 * The yardstick: Node's own server and the plain driver, with the same questions to the database as
 * the portal's page and an answer of the same size. Started by the bench in a process of its own.
 * Arguments: port, address of the database, bytes of the answer.
 */
const [port = "0", databaseUrl, bytes = "0"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const escape = (text: unknown) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

createServer((request, response) => {
  void (async () => {
    const token = /session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
    const hash = createHash("sha256").update(token).digest("hex");
    const session = await pool.query<{ userId: string }>(
      'SELECT s."userId", s.expires, s."lastSeenAt", u.* FROM "Session" s JOIN "User" u ON u.id = s."userId" WHERE s."tokenHash" = $1',
      [hash],
    );
    const userId = session.rows[0]?.userId;
    const person = await pool.query<{ exporterId: string }>(
      'SELECT m.*, e."legalName" FROM "Mandate" m JOIN "Exporter" e ON e.id = m."exporterId" WHERE m."userId" = $1 AND m."endedAt" IS NULL',
      [userId],
    );
    const rows = await pool.query<Record<string, unknown>>(
      `SELECT a.*, e."legalName", c.number AS certificate FROM "Application" a
         JOIN "Exporter" e ON e.id = a."exporterId" LEFT JOIN "Certificate" c ON c."applicationId" = a.id
        WHERE a."exporterId" = ANY($1) ORDER BY a."updatedAt" DESC, a.id DESC LIMIT 26`,
      [person.rows.map((row) => row.exporterId)],
    );
    const lines = rows.rows.map(
      (row) =>
        `<tr><td>${escape(row["number"])}</td><td>${escape(row["legalName"])}</td><td>${escape(row["carats"])}</td><td>${escape(row["valueUsd"])}</td><td>${escape(row["status"])}</td></tr>`,
    );
    const html = `<!DOCTYPE html><html lang="en"><body><table>${lines.join("")}</table></body></html>`;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(html.padEnd(Number(bytes)));
  })().catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
}).listen(Number(port), "127.0.0.1");
