import { settings } from "../../lib/env";

/** What a process does not inherit: each is told exactly the configuration that is its own. */
const own = new Set([...Object.keys(settings), "DATABASE_OWNER_URL"]);

/** The environment of a process that the scripts start. */
export function childEnvironment(values: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !own.has(name) && !/^(GCKEY|OUTBOX)_/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    TSX_TSCONFIG_PATH: "tsconfig.node.json",
    ...values,
  };
}

/** Arguments with which Node runs a TypeScript file of this project, as one process. */
export const typescript = (file: string): string[] => ["--import", "tsx", file];
