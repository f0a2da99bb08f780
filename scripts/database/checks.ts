import type pg from "pg";
import { ConfigurationError } from "../../lib/env";
import { withClient } from "../postgres/roles";

const oldest = 150_000;

type Connection = {
  readonly version: number;
  readonly role: string;
  readonly superuser: boolean;
  readonly applicationExists: boolean;
  readonly isApplication: boolean;
  readonly ownsDatabase: boolean;
  readonly owned: number;
  readonly ddl: boolean;
};

async function describe(client: pg.Client): Promise<Connection> {
  const { rows } = await client.query<Connection>(`
    SELECT current_setting('server_version_num')::int AS version,
           current_user AS role,
           r.rolsuper OR r.rolbypassrls OR r.rolcreaterole AS superuser,
           app.oid IS NOT NULL AS "applicationExists",
           app.oid IS NOT NULL AND pg_has_role(r.oid, app.oid, 'USAGE') AS "isApplication",
           pg_has_role(r.oid, d.datdba, 'MEMBER') AS "ownsDatabase",
           (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname IN ('public', 'graphile_worker') AND pg_has_role(r.oid, c.relowner, 'MEMBER')) AS owned,
           has_schema_privilege(r.oid, 'public', 'CREATE') AS ddl
      FROM pg_roles r
      JOIN pg_database d ON d.datname = current_database()
      LEFT JOIN pg_roles app ON app.rolname = 'kp_app'
     WHERE r.rolname = current_user`);
  const row = rows[0];
  if (!row) throw new Error("PostgreSQL did not describe the connection");
  return row;
}

async function connection(variable: string, url: string): Promise<Connection | string> {
  try {
    return await withClient(url, describe);
  } catch (error) {
    const reason =
      error instanceof AggregateError ? error.errors.map(String).join("; ") : String(error);
    return `${variable} names a database that cannot be reached (${reason.replace(/^Error: |^error: /, "")}).`;
  }
}

/** What is wrong with the role of DATABASE_URL, as sentences: it must be able to do only its work. */
export function applicationRoleProblems(app: Connection): string[] {
  const problems: string[] = [];
  if (app.superuser) {
    problems.push(
      `DATABASE_URL names the role «${app.role}», which is a superuser or may bypass the database's rules; it must name the application's role kp_app.`,
    );
  } else if (app.ownsDatabase || app.owned > 0) {
    problems.push(
      `DATABASE_URL names the role «${app.role}», which owns the database or tables in it; it must name the application's role kp_app, which owns nothing.`,
    );
  } else if (!app.isApplication) {
    problems.push(
      `DATABASE_URL names the role «${app.role}», which is not kp_app and does not belong to it; it must name the application's role kp_app.`,
    );
  } else if (app.ddl) {
    problems.push(
      `DATABASE_URL names the role «${app.role}», which may create tables in the schema public; revoke that right.`,
    );
  }
  return problems;
}

/**
 * Checks a database that the configuration names, before anything is changed in it.
 * @throws {ConfigurationError} naming the variable of each fault
 */
export async function checkDatabase(appUrl: string, ownerUrl: string): Promise<void> {
  const owner = await connection("DATABASE_OWNER_URL", ownerUrl);
  if (typeof owner === "string") throw new ConfigurationError([owner]);
  const problems: string[] = [];
  if (owner.version < oldest) {
    problems.push(
      `DATABASE_OWNER_URL names PostgreSQL ${Math.floor(owner.version / 10_000)}; version 15 or newer is needed.`,
    );
  }
  if (!owner.applicationExists) {
    problems.push(
      "The server of DATABASE_OWNER_URL has no role kp_app; create the roles as docs/operations.md describes.",
    );
  }
  if (!owner.ddl) {
    problems.push(
      `DATABASE_OWNER_URL names the role «${owner.role}», which may not create tables in the schema public; it must name the role that owns the database.`,
    );
  }
  const app = await connection("DATABASE_URL", appUrl);
  if (typeof app === "string") problems.push(app);
  else if (owner.applicationExists) problems.push(...applicationRoleProblems(app));
  if (problems.length > 0) throw new ConfigurationError(problems);
}
