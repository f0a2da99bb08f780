import { randomInt } from "node:crypto";
import { setTimeout as passing } from "node:timers/promises";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { drawingAnswers, goodAnswers, newSubmitted } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { recommendIssue } from "@/tests/factories/office";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { asSuperuser } from "@/tests/ledger/clients";

/** Clients that press at once, each on a connection of its own. */
export const clients = 32;
// Read when the first connection is made, which is later.
process.env["DATABASE_POOL"] = String(clients);

export interface Burnt {
  readonly issued: number;
  readonly presses: number;
  readonly cut: number;
}

interface Waiting {
  readonly signatory: OfficerViewer;
  readonly applicationIds: readonly string[];
  /** Half of them draw one carat each from it, which has 50 more. */
  readonly importId: string;
}

/** Recommended applications of one exporter, ready to be signed. */
export async function makeWaiting(count: number): Promise<Waiting> {
  const { exporterId, owner } = await newExporter();
  const [reviewer, signatory] = [await newOfficer("reviewer"), await newOfficer("signatory")];
  const carats = (Math.floor(count / 2) + 50).toFixed(2);
  const { id: importId } = await newImportCertificate({ exporterId, carats });
  const applicationIds: string[] = [];
  await inTurns(4, count, async (i) => {
    const answers = i % 2 ? drawingAnswers(importId, "1.00") : goodAnswers();
    const seals = [`FIRE-${exporterId.slice(-6)}-${i}`];
    const goods = { ...answers.goods, seals };
    const id = await newSubmitted(owner, exporterId, { ...answers, goods });
    await recommendIssue(reviewer, id);
    applicationIds.push(id);
  });
  return { signatory, applicationIds, importId };
}

/** Issues all of them by clients that press at once and press again, while their connections are cut. */
export async function burn({ signatory, applicationIds }: Waiting): Promise<Burnt> {
  let [issued, presses, stop] = [0, 0, false];
  const cutting = cutConnections(
    () => stop,
    () => issued,
  );
  try {
    await inTurns(clients, applicationIds.length, async (i) => {
      const pressed = await pressUntilIssued(signatory, applicationIds[i] ?? "");
      presses += pressed;
      issued += 1;
    });
  } finally {
    stop = true;
    await cutting;
  }
  return { issued, presses, cut: await cutting };
}

/**
 * Ends a connection of the application at the server every few milliseconds until told to stop, in the middle of
 * what it does; but not so often that a slow machine gets nowhere: about one for each file done.
 */
function cutConnections(stopped: () => boolean, done: () => number): Promise<number> {
  return asSuperuser(async (superuser) => {
    let cut = 0;
    while (!stopped()) {
      await passing(randomInt(20, 120));
      if (cut > 20 + done()) continue;
      const { rowCount } = await superuser.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'kp_app' AND state <> 'idle'
          ORDER BY random() LIMIT 1`,
      );
      cut += rowCount ?? 0;
    }
    return cut;
  });
}

/** Presses until the file is issued, by this press or by one whose answer was lost. */
async function pressUntilIssued(signatory: OfficerViewer, applicationId: string): Promise<number> {
  for (let press = 1; press <= 100; press += 1) {
    const outcome = await issueCertificate(signatory, applicationId).catch(() => null);
    if (outcome?.ok || outcome?.error === "moved") return press;
    if (outcome) throw new Error(`refused: ${outcome.error}`);
    // Nobody presses a hundred times in the moment in which all connections are dead.
    await passing(randomInt(10, 50));
  }
  throw new Error("not issued after 100 presses");
}

/** Works through so many, `width` at a time. */
async function inTurns(width: number, count: number, work: (i: number) => Promise<void>) {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
