import { pino } from "pino";
import type { Logger } from "pino";
import { env } from "@/lib/env";

let held: Logger | undefined;

/**
 * The structured log of this process, one JSON line an entry on standard output. Log identifiers, never
 * what people typed: no names, addresses, masses or values.
 */
export function log(): Logger {
  return (held ??= pino({ level: env().LOG_LEVEL, timestamp: pino.stdTimeFunctions.isoTime }));
}
