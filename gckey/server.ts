import { createServer } from "node:http";
import { pino } from "pino";
import { createApplication } from "@/gckey/application";
import {
  ConfigurationError,
  serverConfiguration,
  type ServerConfiguration,
} from "@/gckey/configuration";
import { migrate, openDatabase, removeExpired } from "@/gckey/database";

const log = pino({ name: "gckey", base: null });
const sweepMilliseconds = 10 * 60_000;

async function start(configuration: ServerConfiguration): Promise<void> {
  const { issuer, port } = configuration;
  const database = openDatabase(configuration.databaseUrl);
  await migrate(database);
  const server = createServer(await createApplication(configuration, database, log));
  const sweep = setInterval(() => {
    removeExpired(database).catch((error: unknown) => log.warn({ err: error }, "sweep failed"));
  }, sweepMilliseconds);

  function stop(): void {
    clearInterval(sweep);
    server.close(() => void database.end());
    server.closeIdleConnections();
  }
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  log.info(`listening at ${issuer}`);
}

try {
  await start(serverConfiguration(process.env));
} catch (error) {
  if (error instanceof ConfigurationError) log.fatal(error.message);
  else log.fatal({ err: error }, "cannot start");
  process.exit(1);
}
