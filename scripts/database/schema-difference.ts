import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's own comparison of a database with the schema, from the engine that npm holds as WebAssembly:
 * the one that Prisma's command line uses is a program that not every network lets through.
 */
let loaded = false;
function load(): void {
  if (loaded) return;
  const script = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bytes = readFileSync(path.join(path.dirname(script), "schema_engine_bg.wasm"));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    "./schema_engine_bg.js": engine,
  });
  const { __wbg_set_wasm: bind } = engine as unknown as {
    __wbg_set_wasm: (exports: unknown) => void;
  };
  bind(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  loaded = true;
}

/** System tables have columns of type "char", which the adapter does not know: it is told "a character". */
const charType = 18;
const fixedCharType = 1042;

type Fields = { fields: { dataTypeID: number }[] };
type Query = Parameters<SqlDriverAdapter["queryRaw"]>[0];
type Opened = SqlDriverAdapter & { performIO(query: Query): Promise<Fields> };

async function open(url: string): Promise<SqlDriverAdapter> {
  const adapter = (await new PrismaPg({
    connectionString: url,
    max: 2,
  }).connect()) as unknown as Opened;
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const characters = new WeakMap<Query, number[]>();
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    const columns = result.fields.flatMap(({ dataTypeID }, index) =>
      dataTypeID === charType ? [index] : [],
    );
    for (const field of result.fields)
      if (field.dataTypeID === charType) field.dataTypeID = fixedCharType;
    characters.set(query, columns);
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of characters.get(query) ?? [])
      result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** The SQL that would make the database what the schema says; empty when it is that already. */
export async function schemaDifference(
  url: string,
  schemaFile = "prisma/schema.prisma",
): Promise<string> {
  load();
  const opened: SqlDriverAdapter[] = [];
  const factory = {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: async () => {
      const adapter = await open(url);
      opened.push(adapter);
      return adapter;
    },
    // A comparison with a live database needs no second one.
    connectToShadowDb: () => Promise.reject(new Error("no shadow database")),
  } satisfies SqlMigrationAwareDriverAdapterFactory;
  const schema = { path: schemaFile, content: readFileSync(schemaFile, "utf8") };
  const comparer = await engine.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    const { stdout, exitCode } = await comparer.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: "prisma" },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  } finally {
    comparer.free();
    for (const adapter of opened) await adapter.dispose();
  }
}
