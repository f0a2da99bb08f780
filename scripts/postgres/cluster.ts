import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { readJson, writePrivateJson } from "../private-file";
import { freePort, homePort } from "../ports";
import { withLock } from "../process-lock";
import { type Account, canEnter, serverAccount } from "./account";
import { postgresPrograms, type Program } from "./binaries";
import { type Passwords, newPasswords, superuser, type Role } from "./passwords";
import { newData } from "./new-data";
import { clearStalePid } from "./stale-pid";

const run = promisify(execFile);
const lease = "kp lease";

type State = { readonly port: number; readonly passwords: Passwords };

export type ClusterPlace = {
  /** Folder of the data; beside it stand `<folder>.json` (passwords, mode 600) and `<folder>.lock`. */
  readonly folder: string;
  /** For tests: a crash of the machine (not of the server) may lose the data, which is then made anew. */
  readonly volatile?: boolean;
};

/**
 * A private PostgreSQL of this checkout, on 127.0.0.1, from the programs in the npm package. It runs
 * beside the processes that use it; each holds a lease, and the last one to let go stops the server.
 */
export class Cluster {
  readonly folder: string;
  private readonly volatile: boolean;
  private readonly account: Account | undefined;
  private readonly program: (name: Program) => string;
  /** Where the server keeps its files; beside `folder` when its account cannot enter there. */
  readonly data: string;
  private state: State | undefined;
  /** Once others know the port, a server that has to be started again gets the same one. */
  private announcedPort: number | undefined;

  constructor({ folder, volatile = false }: ClusterPlace) {
    this.folder = path.resolve(folder);
    this.volatile = volatile;
    mkdirSync(path.dirname(this.folder), { recursive: true });
    this.account = serverAccount();
    this.program = postgresPrograms(this.account);
    this.data = this.dataFolder();
  }

  /** Whether it was ever started. */
  get exists(): boolean {
    return existsSync(this.stateFile) && existsSync(this.data);
  }

  /** Address of a database for a role. Only after `lease`. */
  url(role: Role, database: string): string {
    if (!this.state) throw new Error("the embedded PostgreSQL has not been started");
    const { port, passwords } = this.state;
    return `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  }

  get passwords(): Passwords {
    if (!this.state) throw new Error("the embedded PostgreSQL has not been started");
    return this.state.passwords;
  }

  /**
   * Starts the server unless it runs, and keeps it running until the lease is released.
   * @param onLost called when the server went away without being asked to
   */
  async lease(onLost: () => void = () => undefined): Promise<{ release(): Promise<void> }> {
    const client = await withLock(this.lockFile, async () => {
      await this.ensureStarted();
      this.announcedPort = this.state?.port;
      const held = new pg.Client({
        connectionString: this.url(superuser, "postgres"),
        application_name: lease,
      });
      held.on("error", () => undefined);
      await held.connect();
      return held;
    });
    let released = false;
    client.on("end", () => {
      if (!released) onLost();
    });
    return {
      release: () =>
        withLock(this.lockFile, async () => {
          released = true;
          const others = await client
            .query(
              "SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
              [lease],
            )
            .then(
              (result) => result.rowCount ?? 0,
              () => 0,
            );
          await client.end().catch(() => undefined);
          if (others === 0) await this.stopNow();
        }),
    };
  }

  /** Stops the server whoever uses it. */
  stop(): Promise<void> {
    return withLock(this.lockFile, () => this.stopNow());
  }

  /** Stops the server and removes its data and passwords. */
  destroy(): Promise<void> {
    return withLock(this.lockFile, async () => {
      await this.stopNow();
      rmSync(this.data, { recursive: true, force: true });
      rmSync(this.stateFile, { force: true });
    });
  }

  private get stateFile() {
    return `${this.folder}.json`;
  }
  private get lockFile() {
    return `${this.folder}.lock`;
  }

  private dataFolder(): string {
    if (!this.account || canEnter(this.account, path.dirname(this.folder))) return this.folder;
    const name = createHash("sha256").update(this.folder).digest("hex").slice(0, 16);
    const folder = `/var/tmp/kp-postgres-data-${name}`;
    if (existsSync(folder) && lstatSync(folder).uid !== this.account.uid) {
      throw new Error(`${folder} belongs to another account. Remove it and start again.`);
    }
    return folder;
  }

  private exec(program: Program, args: readonly string[]) {
    return run(this.program(program), [...args], {
      cwd: os.tmpdir(),
      env: {
        PATH: process.env["PATH"],
        SystemRoot: process.env["SystemRoot"],
        NODE_ENV: "production",
        LC_ALL: "C",
        TZ: "UTC",
      },
      ...this.account,
    });
  }

  private async ensureStarted(): Promise<void> {
    this.state = readJson(this.stateFile) as State | undefined;
    if (this.state && (await this.answers())) return;
    if (!existsSync(this.data)) await this.create();
    if (!this.state) {
      throw new Error(
        `${this.data} holds a database, but ${this.stateFile} with its passwords is gone. Put the file back, or run \`npm run db:reset\` to start with an empty database.`,
      );
    }
    try {
      await this.startNow();
    } catch (error) {
      if (!this.volatile || this.announcedPort) throw error;
      rmSync(this.data, { recursive: true, force: true });
      await this.create();
      await this.startNow();
    }
  }

  private async answers(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url(superuser, "postgres"),
      connectionTimeoutMillis: 3000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      // Another checkout's server on the same port has another password, but be sure.
      const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
      return rows[0]?.data_directory === this.data;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async create(): Promise<void> {
    const passwords = newPasswords();
    const fresh = await newData(
      this.data,
      passwords[superuser],
      this.account,
      this.volatile,
      (args) => this.exec("initdb", args),
    );
    this.state = { port: homePort(this.folder, 0), passwords };
    writePrivateJson(this.stateFile, this.state);
    renameSync(fresh, this.data);
  }

  private async startNow(): Promise<void> {
    if (!this.state) return;
    clearStalePid(this.data);
    const logFile = path.join(this.data, "server.log");
    const port = this.announcedPort ?? (await freePort(this.state.port, homePort(this.folder, 0)));
    const settings = [
      `-p ${port}`,
      "-c listen_addresses=127.0.0.1",
      "-c unix_socket_directories=''",
      `-c max_connections=${this.volatile ? 300 : 100}`,
      "-c timezone=UTC",
      "-c log_timezone=UTC",
      ...(this.volatile ? ["-c fsync=off", "-c full_page_writes=off"] : []),
    ];
    try {
      await this.exec("pg_ctl", [
        "start",
        "-D",
        this.data,
        "-l",
        logFile,
        "-o",
        settings.join(" "),
        "-w",
        "-t",
        "60",
      ]);
    } catch (error) {
      throw new Error(`The embedded PostgreSQL did not start. Its log is ${logFile}.`, {
        cause: error,
      });
    }
    this.state = { ...this.state, port };
    writePrivateJson(this.stateFile, this.state);
  }

  private async stopNow(): Promise<void> {
    clearStalePid(this.data);
    if (!existsSync(path.join(this.data, "postmaster.pid"))) return;
    await this.exec("pg_ctl", ["stop", "-D", this.data, "-m", "fast", "-w", "-t", "30"]).catch(() =>
      this.exec("pg_ctl", ["stop", "-D", this.data, "-m", "immediate", "-w", "-t", "30"]),
    );
  }
}
