import { cancelApplication } from "@/lib/applications/commands/withdraw";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { db } from "@/lib/db";
import { submit } from "@/tests/factories/applications";
import { exporterViewer, officerViewer } from "@/tests/factories/people";
import type { Press, Pressed } from "./portals";

/* A process of the portal that does what it is told to, each press as a request would. */

async function press({ act, userId, applicationId }: Press): Promise<unknown> {
  switch (act) {
    case "submit":
      return submit(await exporterViewer(userId), applicationId);
    case "cancel":
      return cancelApplication(await exporterViewer(userId), applicationId);
    case "issue":
      return issueCertificate(await officerViewer(userId), applicationId);
  }
}

async function answer({ id, presses }: { id: number; presses: Press[] }): Promise<void> {
  const pressed = await Promise.all(presses.map(async (each) => (await press(each)) as Pressed));
  process.send?.({ id, pressed });
}

process.on("message", (message) => void answer(message as { id: number; presses: Press[] }));
process.on("disconnect", () => void db().$disconnect());
process.send?.("ready");
