import type { Db } from "@/lib/db";

/** How the trail and the log ask the database: through Prisma in the portal, through a bare connection elsewhere. */
export type Ask = <Row>(sql: string, ...values: unknown[]) => Promise<Row[]>;

interface BareClient {
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The rows of a bare connection; what they are is what the statement says. */
export function askOf(client: BareClient): Ask {
  return async <Row>(sql: string, ...values: unknown[]) => {
    const { rows } = await client.query(sql, values);
    return rows as Row[];
  };
}

/** Through Prisma; what the rows are is what the statement says. */
export const askThrough =
  (reader: Db): Ask =>
  <Row>(sql: string, ...values: unknown[]) =>
    reader.$queryRawUnsafe<Row[]>(sql, ...values);
