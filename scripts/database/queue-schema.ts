import { Logger, runMigrations } from "graphile-worker";
import { withClient } from "../postgres/roles";

/**
 * The queue's tables are closed to all but their owner by row-level security, so the application's
 * role needs policies besides grants. It may add, take and finish jobs; it may not change the tables.
 */
const rights = `
  GRANT USAGE ON SCHEMA graphile_worker TO kp_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO kp_app;
  REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM kp_app;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA graphile_worker TO kp_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO kp_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA graphile_worker GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO kp_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA graphile_worker GRANT USAGE, SELECT ON SEQUENCES TO kp_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA graphile_worker GRANT EXECUTE ON FUNCTIONS TO kp_app;
  DO $$
  DECLARE t record;
  BEGIN
    FOR t IN SELECT c.oid::regclass AS name, c.oid FROM pg_class c
             WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relrowsecurity LOOP
      IF NOT EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = t.oid AND polname = 'application') THEN
        EXECUTE format('CREATE POLICY application ON %s TO kp_app USING (true) WITH CHECK (true)', t.name);
      END IF;
    END LOOP;
  END $$;
`;

const quiet = new Logger(() => () => undefined);

/** Brings the queue's own tables up to date, in the owner's name. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
  await withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('kp queue rights'))");
    await client.query(rights);
  });
}
