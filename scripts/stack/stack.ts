import path from "node:path";
import { ConfigurationError } from "../../lib/env";
import { type Configuration, readConfiguration } from "../configuration";
import { demonstrationPeople } from "../demonstration-people";
import { demonstrationIn, type Demonstration } from "../database/loaded";
import { checkDocumentCertificate, ensureDocumentCertificate } from "../document-certificate";
import { ensureLogKey } from "../log-key";
import { type PartSpec, startPart } from "../part";
import { isFree } from "../ports";
import { database } from "../postgres/roles";
import { isLoopback, refusals } from "../refusals";
import { ensureSigningKeys, keyFolderOf } from "../signing-keys";
import { ensureSecrets, findSecrets, type Secrets, secretsFile } from "../secrets";
import { choosePorts, type Ports } from "./addresses";
import {
  type Addresses,
  clusterOf,
  embeddedAddresses,
  keepCluster,
  migrateDatabase,
  withDatabase,
} from "./database";
import { type Mode, outboxPart, portalPart, providerPart, workerPart } from "./parts";
import { loadDemonstration, loadReference } from "./seed";
import { outboxSettings, portalSettings, providerSettings } from "./settings";

export type StackOptions = {
  /** Holds everything that lasts: the embedded database, secrets, documents, mails, logs. */
  readonly dataFolder: string;
  /** Environment variables of the operator. */
  readonly source: Readonly<Record<string, string | undefined>>;
  readonly mode: Mode;
  /** Tells a person how far it is, one line at a time. */
  readonly say: (line: string) => void;
  /** For tests: a crash of the machine may lose the data. */
  readonly volatile?: boolean;
  /** For tests that end parts by force: milliseconds after which one is back at the latest. */
  readonly longestPause?: number | undefined;
  /** Interrupts a start that is under way. */
  readonly signal?: AbortSignal;
};

export type Stack = {
  readonly configuration: Configuration;
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly demonstration: boolean;
  readonly addresses: Addresses;
  /** The embedded provider's own database. */
  readonly providerDatabaseUrl: string;
  stop(): Promise<void>;
};

const nothing: Demonstration = { people: [], data: false, others: false };

/** What of the demonstration the database of a public address holds, as far as it can be looked at. */
async function demonstrationOf(
  configuration: Configuration,
  dataFolder: string,
): Promise<Demonstration> {
  const { database: configured } = configuration;
  if (configured === "embedded" && !clusterOf(dataFolder).exists) return nothing;
  // A database that cannot be reached is reported by its own check later.
  return withDatabase(configuration, dataFolder, ({ ownerUrl }) => demonstrationIn(ownerUrl)).catch(
    () => nothing,
  );
}

/** @throws {ConfigurationError} with every reason why a public address does not allow this start */
export async function refuseUnlessSafe(
  configuration: Configuration,
  dataFolder: string,
): Promise<void> {
  const certificate = await checkDocumentCertificate(configuration);
  if (isLoopback(configuration.portalUrl)) return;
  const found = await demonstrationOf(configuration, dataFolder);
  const embeddedProvider = configuration.provider === "embedded";
  const credentials =
    embeddedProvider && !found.others ? demonstrationPeople.map(({ name }) => name) : [];
  const sentences = refusals({
    portalUrl: configuration.portalUrl,
    embeddedDatabase: configuration.database === "embedded",
    embeddedProvider,
    embeddedOutbox: configuration.mail === "embedded",
    signingKeysInFiles: configuration.signingKeys === "files",
    generatedAuthSecret:
      configuration.authSecret === "generated" ||
      configuration.given["AUTH_SECRET"] === findSecrets(dataFolder)?.authSecret,
    generatedDocumentCertificate: certificate === "demonstration",
    generatedLogKey: !configuration.given["LOG_KEY_FILE"],
    demonstrationAccounts: found.people.length > 0 ? found.people : credentials,
    demonstrationData: found.data,
  });
  if (sentences.length > 0) throw new ConfigurationError(sentences);
}

/** @throws {ConfigurationError} when another program has the portal's port */
export async function checkPort({ port }: Configuration): Promise<void> {
  if (await isFree(port)) return;
  throw new ConfigurationError([
    `Port ${port} is in use by another program. End that program, or choose another port with the variable PORT: PORT=${port === 3000 ? 3001 : port + 1} npm start.`,
  ]);
}

/** Starts every part of the portal that the configuration does not replace, and keeps them running. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { mode, say } = options;
  const dataFolder = path.resolve(options.dataFolder);
  const configuration = readConfiguration(options.source);
  await refuseUnlessSafe(configuration, dataFolder);
  await checkPort(configuration);
  const secrets = ensureSecrets(dataFolder);
  if (!configuration.given["LOG_KEY_FILE"]) ensureLogKey(dataFolder);
  if (configuration.documentCertificate === "generated")
    await ensureDocumentCertificate(keyFolderOf(configuration, dataFolder));
  const ports = await choosePorts(dataFolder);

  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  const run = async (spec: PartSpec) => {
    const { longestPause, signal } = options;
    const part = await startPart({ ...spec, longestPause }, say, signal);
    stops.push(() => part.stop());
  };

  try {
    const embeddedProvider = configuration.provider === "embedded";
    const providerUrlGiven = options.source["GCKEY_DATABASE_URL"];
    const needsCluster =
      configuration.database === "embedded" || (embeddedProvider && !providerUrlGiven);
    const cluster = needsCluster ? clusterOf(dataFolder, options.volatile) : undefined;
    if (cluster) {
      say(cluster.exists ? "Starting PostgreSQL …" : "Setting up PostgreSQL …");
      const kept = await keepCluster(cluster, say);
      stops.push(() => kept.stop());
    }
    const embedded = cluster ? await embeddedAddresses(cluster) : undefined;
    const addresses = configuration.database === "embedded" ? embedded : configuration.database;
    if (!addresses) throw new Error("no database");
    await migrateDatabase(addresses, say);
    await loadReference(addresses, say);
    if (configuration.signingKeys === "files") {
      await ensureSigningKeys(addresses.ownerUrl, keyFolderOf(configuration, dataFolder));
    }

    const portal = portalSettings(configuration, dataFolder, secrets, ports, addresses);
    if (configuration.mail === "embedded") {
      say("Starting the email outbox …");
      await run(outboxPart(dataFolder, outboxSettings(configuration, dataFolder, secrets, ports)));
    }
    let demonstration = false;
    const providerUrl = providerUrlGiven ?? cluster?.url("kp_gckey", database) ?? "";
    if (embeddedProvider) {
      const settings = providerSettings(
        configuration,
        dataFolder,
        secrets,
        ports,
        providerUrl,
        portal,
      );
      say("Starting the credential provider …");
      await run(providerPart(dataFolder, settings));
      demonstration = await loadDemonstration(
        { addresses, providerUrl, secrets, secretsFile: secretsFile(dataFolder), portal },
        say,
      );
    }
    say("Starting the worker …");
    await run(workerPart(configuration, dataFolder, portal));
    say("Starting the portal …");
    await run(portalPart(mode, configuration, dataFolder, portal));
    return {
      configuration,
      secrets,
      ports,
      demonstration,
      addresses,
      providerDatabaseUrl: providerUrl,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
