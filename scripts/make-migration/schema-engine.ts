import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
// The package's main entry imports its WebAssembly as a module, which Node cannot: take the part below it, and instantiate by hand.
import { __wbg_set_wasm, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** Nothing is left out of what the engine looks at. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine, as WebAssembly: it writes migrations, and a test has it read what a database says of them. It
 * downloads nothing. It cannot read a live database through the adapter, so it compares datamodels only.
 * @param adapter PrismaPg for what needs a database
 */
export async function openEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  await instantiate();
  return SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** Stands in for a database where none is needed: the engine insists on asking one for its version when it is opened. */
function noDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const refuse = () => Promise.reject(new Error("there is no database behind this"));
  const adapter: SqlDriverAdapter = {
    provider: "postgres",
    adapterName: "none",
    queryRaw: async () => ({
      columnNames: ["exists", "version", "numeric_version"],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, "PostgreSQL 15.0", 150_000]],
    }),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: async () => {},
  };
  return {
    provider: "postgres",
    adapterName: "none",
    connect: async () => adapter,
    connectToShadowDb: async () => adapter,
  };
}

let instantiated: Promise<void> | undefined;

function instantiate(): Promise<void> {
  instantiated ??= (async () => {
    const require = createRequire(import.meta.url);
    const path = require
      .resolve("@prisma/schema-engine-wasm")
      .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
    const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const { instance } = await WebAssembly.instantiate(await readFile(path), {
      "./schema_engine_bg.js": { ...bindings },
    });
    __wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return instantiated;
}

/**
 * The SQL that leads from one datamodel to another.
 * @param from text of a schema.prisma; null for an empty database
 * @param to text of a schema.prisma
 * @returns empty when they are the same
 */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const engine = await openEngine(noDatabase());
  try {
    const { stdout } = await engine.diff({
      from:
        from === null
          ? { tag: "empty" }
          : { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: from }] },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: to }] },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    engine.free();
  }
}
