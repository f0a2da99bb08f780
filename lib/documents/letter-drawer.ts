import "server-only";
import { z } from "zod";
import { Pool } from "@/lib/documents/process/pool";
import type { ConfirmationContent } from "@/lib/imports/pdf/confirmation-content";

/** Whoever asks for a letter waits for it; everybody else is answered meanwhile. */
const pool = new Pool({
  ...{ processes: 1, waiting: 30, job: 30_000, start: 60_000, idle: 120_000, heap: 512 },
});

/** The letter as a PDF, drawn in a process of its own; "busy" when it cannot be had in time. */
export async function drawConfirmation(
  letters: readonly ConfirmationContent[],
  at: Date,
): Promise<Buffer | "busy"> {
  const drawn = await pool.run("confirmation", { letters, at: at.toISOString() });
  if (!drawn.ok) return "busy";
  return Buffer.from(z.base64().parse(drawn.value), "base64");
}
