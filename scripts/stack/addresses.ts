import path from "node:path";
import { freePort, homePort } from "../ports";
import { readJson, writePrivateJson } from "../private-file";

export type Ports = { readonly provider: number; readonly outbox: number };

/** The ports of the last start, for a command beside a running portal; none were taken before the first. */
export function lastPorts(dataFolder: string): Ports {
  const last = readJson(path.join(dataFolder, "ports.json")) as Ports | undefined;
  return last ?? { provider: homePort(dataFolder, 1), outbox: homePort(dataFolder, 2) };
}

/** Ports of the embedded parts: those of the last start when they are free, so that addresses stay. */
export async function choosePorts(dataFolder: string): Promise<Ports> {
  const file = path.join(dataFolder, "ports.json");
  const last = readJson(file) as Ports | undefined;
  const ports = {
    provider: await freePort(last?.provider ?? 0, homePort(dataFolder, 1)),
    outbox: await freePort(last?.outbox ?? 0, homePort(dataFolder, 2)),
  };
  writePrivateJson(file, ports);
  return ports;
}
