import { pino } from "pino";
import { createOutbox } from "./outbox";

const log = pino({ name: "outbox", timestamp: pino.stdTimeFunctions.isoTime });

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    log.fatal(`${name} is not set. Set it and start the outbox again.`);
    process.exit(1);
  }
  return value;
}

const port = Number(required("OUTBOX_PORT"));
const directory = required("OUTBOX_DIR");
const apiKeys = required("OUTBOX_API_KEYS").split(" ");
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  log.fatal("OUTBOX_PORT must be a port number from 1 to 65535.");
  process.exit(1);
}

const { OUTBOX_WEBHOOK_URL: url = "", OUTBOX_WEBHOOK_SECRET: secret = "" } = process.env;
const perSecond = Number(process.env["OUTBOX_PER_SECOND"] ?? "5");
if (!Number.isInteger(perSecond) || perSecond < 1) {
  log.fatal("OUTBOX_PER_SECOND must be a whole number of requests.");
  process.exit(1);
}

const server = await createOutbox({
  directory,
  apiKeys,
  perSecond,
  webhook: url && secret ? { url, secret } : undefined,
  onError: (error) => {
    log.error({ error: error instanceof Error ? error.message : "unknown" }, "request failed");
  },
});
server.on("error", (error: NodeJS.ErrnoException) => {
  log.fatal(error.code === "EADDRINUSE" ? `OUTBOX_PORT ${port} is in use.` : error.message);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => {
  log.info({ port }, "outbox ready");
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    // Requests in progress are answered, so that nothing accepted is left untold; idle connections are dropped.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 5000).unref();
  });
}
