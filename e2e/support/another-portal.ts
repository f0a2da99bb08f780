import path from "node:path";
import { settings } from "@/lib/env";
import { startPart } from "@/scripts/part";
import { portalPart } from "@/scripts/stack/parts";

/** A second portal on the same database, with other settings: its own process, port and cookies. */
export async function startAnotherPortal(
  port: number,
  changes: Readonly<Record<string, string>>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const url = `http://localhost:${port}`;
  const own = Object.keys(settings).flatMap((name) =>
    process.env[name] ? [[name, process.env[name]] as const] : [],
  );
  const values = { ...Object.fromEntries(own), PORT: String(port), PORTAL_URL: url, ...changes };
  const folder = path.join(process.env["E2E_DATA"] ?? "", `portal-${port}`);
  const configuration = { port, portalUrl: url };
  const part = await startPart(
    { ...portalPart("start", configuration, folder, values), patience: 3_000 },
    () => undefined,
  );
  return { url, stop: () => part.stop() };
}
