import type { Configuration } from "../configuration";
import type { PartSpec } from "../part";
import { withClient } from "../postgres/roles";
import { isLoopback } from "../refusals";
import { childEnvironment, typescript } from "./environment";

export type Mode = "start" | "dev";
type Values = Readonly<Record<string, string>>;

const respondsAt = (url: string) => async () => {
  const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
  await response.body?.cancel();
  return response.status < 500;
};

/** A worker that takes jobs listens for new ones on a connection of its own. */
const listensForJobs = (databaseUrl: string) => () =>
  withClient(databaseUrl, async (client) => {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND usename = current_user AND query LIKE 'LISTEN "jobs:insert"%'`,
    );
    return (rowCount ?? 0) > 0;
  });

export function outboxPart(dataFolder: string, settings: Values): PartSpec {
  return {
    name: "outbox",
    title: "The email outbox",
    args: typescript("outbox/server.ts"),
    env: childEnvironment(settings),
    answers: respondsAt(`http://127.0.0.1:${settings["OUTBOX_PORT"] ?? ""}/healthz`),
    folder: dataFolder,
    log: "file",
  };
}

export function providerPart(dataFolder: string, settings: Values): PartSpec {
  return {
    name: "provider",
    title: "The credential provider",
    args: typescript("gckey/server.ts"),
    env: childEnvironment(settings),
    answers: respondsAt(`http://127.0.0.1:${settings["GCKEY_PORT"] ?? ""}/healthz`),
    folder: dataFolder,
    log: "file",
  };
}

type Address = Pick<Configuration, "port" | "portalUrl">;

/** Behind a public address the logs belong to whoever collects this process's output. */
const portalLog = ({ portalUrl }: Address) => (isLoopback(portalUrl) ? "file" : "terminal");

export function workerPart(
  configuration: Configuration,
  dataFolder: string,
  settings: Values,
): PartSpec {
  return {
    name: "worker",
    title: "The worker",
    args: typescript("lib/jobs/worker.ts"),
    env: childEnvironment(settings),
    answers: listensForJobs(settings["DATABASE_URL"] ?? ""),
    folder: dataFolder,
    log: portalLog(configuration),
  };
}

export function portalPart(
  mode: Mode,
  configuration: Address,
  dataFolder: string,
  settings: Values,
): PartSpec {
  const { port, portalUrl } = configuration;
  // What is made for one machine listens on that machine only. By name: Next calls every loopback
  // address "localhost", and would take its own rewrites for another server's if told "127.0.0.1".
  const local = isLoopback(portalUrl);
  const host = local ? ["--hostname", "localhost"] : [];
  // The name alone could mean ::1, which not every program on the machine tries.
  const options = `${process.env["NODE_OPTIONS"] ?? ""} --dns-result-order=ipv4first`.trim();
  return {
    name: "portal",
    title: "The portal",
    args: ["node_modules/next/dist/bin/next", mode, "--port", String(port), ...host],
    env: childEnvironment({
      ...settings,
      ...(local ? { NODE_OPTIONS: options } : {}),
      NODE_ENV: mode === "dev" ? "development" : "production",
    }),
    answers: respondsAt(`http://localhost:${port}/en`),
    folder: dataFolder,
    log: mode === "dev" ? "terminal" : portalLog(configuration),
  };
}
