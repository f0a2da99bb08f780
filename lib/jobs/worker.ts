import { ConfigurationError } from "@/lib/env";
import { startWorker } from "@/lib/jobs/run-worker";
import { log } from "@/lib/log";

/** How long jobs in progress may take after a request to stop; the supervisor waits 10 seconds. */
const STOP_WITHIN_MS = 8_000;

/** The worker's process. It ends when the database goes away, and its supervisor starts it again. */
async function main(): Promise<void> {
  const worker = await startWorker();
  log().info("worker ready");
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log().info({ signal }, "worker stopping");
      // What is cut off here is done again by the next worker.
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      worker.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  await worker.ended;
}

main().catch((error: unknown) => {
  if (error instanceof ConfigurationError) process.stderr.write(`${error.message}\n`);
  else log().fatal({ err: error }, "worker ended");
  process.exit(1);
});
