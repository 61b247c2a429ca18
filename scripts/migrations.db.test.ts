import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { beforeEach, describe, expect, it } from "vitest";
import { readMigrations } from "@/lib/db/migrations/files";
import { migrate } from "@/lib/db/migrations/migrate";
import { readCatalog } from "@/lib/testing/catalog";
import { spareDatabase } from "@/lib/testing/database";
import { MIGRATIONS, RELEASE, withClient } from "@/lib/testing/databases";
import { diffSchemas, NO_FILTERS, openEngine } from "./make-migration/schema-engine";

/** A folder of migrations made for one test. */
function folderOf(migrations: Record<string, { sql: string; lowest?: string }>): string {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-migrations-"));
  for (const [name, { sql, lowest = "0.1.0" }] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, name, "migration.sql"),
      `-- lowest release that may still run: ${lowest}\n\n${sql}\n`,
    );
  }
  return folder;
}

const TWO = {
  "1_wall": { sql: `create table wall (id int primary key); insert into wall values (1);` },
  "2_height": { sql: `alter table wall add column height int; insert into wall values (2, 2);` },
};

/** The SHA-256 of two files, as databases out there have it: neither the files nor how they are summed may change. */
const OF_TODAY: Record<string, string> = {
  "20261121013337_first": "7503646d00fab61a10c1826bdf7f9358a513b32fd553e1ba3981c1fbd2be57a4",
  "20261121042052_portfolio": "f984343fdbac1941c7a685335281d7e0a01b108c086d9f194671c44d9a9371e9",
};

const tableNames = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = 'public' order by 1",
    );
    return rows.map((row) => row.tablename);
  });

const countWalls = (url: string) =>
  withClient(url, async (client) => (await client.query("select count(*)::int as n from wall")).rows[0].n);

let url: string;
beforeEach(async () => {
  url = await spareDatabase();
});

describe("the committed migrations", () => {
  it("give the same catalog as the schema with the hand-written SQL files", async () => {
    const sqlFolder = join(MIGRATIONS, "..", "sql");
    const written = readdirSync(sqlFolder)
      .sort()
      .map((name) => readFileSync(join(sqlFolder, name), "utf8"));
    const schema = await diffSchemas(null, readFileSync(join(MIGRATIONS, "..", "schema.prisma"), "utf8"));
    await withClient(url, (client) => client.query([schema, ...written].join("\n")));
    const migrated = await spareDatabase();
    await migrate({ url: migrated, folder: MIGRATIONS, release: RELEASE });
    const catalog = await readCatalog(migrated);
    expect(catalog).toEqual(await readCatalog(url));
    expect(catalog.length).toBeGreaterThan(100);
  });

  it("are, to Prisma's own engine, all applied and unchanged", async () => {
    await migrate({ url, folder: MIGRATIONS, release: RELEASE });
    const engine = await openEngine(new PrismaPg({ connectionString: url }));
    const migrations = await readMigrations(MIGRATIONS);
    const diagnosis = await engine.diagnoseMigrationHistory({
      migrationsList: {
        baseDir: MIGRATIONS,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    });
    expect(diagnosis).toMatchObject({
      hasMigrationsTable: true,
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
    });
    expect(migrations.length).toBeGreaterThan(0);
  });
});

describe("a database that others have migrated", () => {
  it("is taken over as it is, when a release did that let Prisma's engine do it", async () => {
    const migrations = await readMigrations(MIGRATIONS);
    await withClient(url, async (client) => {
      await migrate({ url, folder: folderOf({}), release: "0.1.0" });
      for (const { name, sql } of migrations.slice(0, 2)) {
        await client.query(sql);
        await client.query(
          `insert into _prisma_migrations (id, checksum, finished_at, migration_name, logs, started_at, applied_steps_count)
           values (gen_random_uuid(), $1, now(), $2, null, now(), 1)`,
          [OF_TODAY[name], name],
        );
      }
    });
    const lines: string[] = [];
    const applied = await migrate({
      url,
      folder: MIGRATIONS,
      release: RELEASE,
      say: (line) => lines.push(line),
    });
    expect(applied).toEqual(migrations.slice(2).map(({ name }) => name));
    await migrate({ url, folder: MIGRATIONS, release: RELEASE, say: (line) => lines.push(line) });
    expect(lines.filter((line) => line.startsWith("warning"))).toEqual([]);
  });

  it("is left alone when a tool of Prisma's gave up in the middle, until somebody has said what became of it", async () => {
    await migrate({ url, folder: folderOf({ "1_wall": TWO["1_wall"] }), release: "0.1.0" });
    await withClient(url, (client) =>
      client.query(
        `insert into _prisma_migrations (id, checksum, migration_name) values ('1', 'x', '2_height')`,
      ),
    );
    const run = () => migrate({ url, folder: folderOf(TWO), release: "0.1.0" });
    await expect(run()).rejects.toThrow(/2_height was begun .* did not finish[\s\S]*Nothing was changed/);
    expect(await countWalls(url)).toBe(1);
    await withClient(url, (client) =>
      client.query("update _prisma_migrations set rolled_back_at = now() where finished_at is null"),
    );
    expect(await run()).toEqual(["2_height"]);
  });
});

describe("migrate", () => {
  it("applies what is missing, in order, and nothing the second time", async () => {
    const folder = folderOf(TWO);
    expect(await migrate({ url, folder, release: "0.1.0" })).toEqual(["1_wall", "2_height"]);
    expect(await migrate({ url, folder, release: "0.1.0" })).toEqual([]);
    expect(await countWalls(url)).toBe(2);
  });

  it("applies each migration once when eight runners come at the same time", async () => {
    const folder = folderOf(TWO);
    const runs = await Promise.all(
      Array.from({ length: 8 }, () => migrate({ url, folder, release: "0.1.0" })),
    );
    expect(runs.flat().sort()).toEqual(["1_wall", "2_height"]);
    expect(await countWalls(url)).toBe(2);
  });

  it("leaves no trace of a migration that fails, and applies it when it is mended", async () => {
    const broken = folderOf({ ...TWO, "2_height": { sql: "create table half (id int); select 1/0;" } });
    await expect(migrate({ url, folder: broken, release: "0.1.0" })).rejects.toThrow(
      /2_height failed: division by zero[\s\S]*no trace/,
    );
    expect(await tableNames(url)).toEqual(["_prisma_migrations", "plumbline_schema", "wall"]);
    expect(await migrate({ url, folder: folderOf(TWO), release: "0.1.0" })).toEqual(["2_height"]);
  });

  it("says of a statement that no transaction can hold that it cannot run, before anything is applied", async () => {
    const folder = folderOf({ ...TWO, "3_index": { sql: "create index concurrently i on wall (height)" } });
    await expect(migrate({ url, folder, release: "0.1.0" })).rejects.toThrow(
      /3_index.*cannot be part of the one/,
    );
    expect(await tableNames(url)).toEqual([]);
    const unforeseen = folderOf({
      "1_space": { sql: "create table half (id int); alter system set work_mem = '4MB'" },
    });
    await expect(migrate({ url, folder: unforeseen, release: "0.1.0" })).rejects.toThrow(
      /1_space failed: ALTER SYSTEM cannot (?:run inside|be executed).*[\s\S]*no trace/,
    );
    expect(await tableNames(url)).toEqual([]);
  });

  it("survives being killed in the middle of a migration", async () => {
    const slow = folderOf({
      ...TWO,
      "2_height": { sql: "create table half (id int); select pg_sleep(30);" },
    });
    const run = migrate({ url, folder: slow, release: "0.1.0" });
    const killed = expect(run).rejects.toThrow();
    await withClient(url, async (client) => {
      const kill =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()";
      for (let tries = 0; tries < 200 && (await client.query(kill)).rowCount === 0; tries++)
        await new Promise((r) => setTimeout(r, 25));
    });
    await killed;
    expect(await tableNames(url)).not.toContain("half");
    expect(await migrate({ url, folder: folderOf(TWO), release: "0.1.0" })).toEqual(["2_height"]);
  });

  it("refuses data that demands a newer release, and changes nothing", async () => {
    await migrate({
      url,
      folder: folderOf({ ...TWO, "3_drop": { sql: "drop table wall", lowest: "0.10.0" } }),
      release: "0.10.0",
    });
    const before = await readCatalog(url);
    const older = folderOf({ ...TWO, "4_other": { sql: "create table other (id int)" } });
    await expect(migrate({ url, folder: older, release: "0.9.0" })).rejects.toThrow(
      /demands Plumbline 0\.10\.0 or newer, and this is 0\.9\.0/,
    );
    expect(await readCatalog(url)).toEqual(before);
  });

  it("runs on a database with migrations it does not know, when they allow its release", async () => {
    await migrate({
      url,
      folder: folderOf({ ...TWO, "3_more": { sql: "create table more (id int)" } }),
      release: "0.2.0",
    });
    expect(await migrate({ url, folder: folderOf(TWO), release: "0.1.0" })).toEqual([]);
  });

  it("says so when a migration was edited after it was applied, and does not apply it again", async () => {
    await migrate({ url, folder: folderOf(TWO), release: "0.1.0" });
    const lines: string[] = [];
    const edited = folderOf({ ...TWO, "1_wall": { sql: "create table wall (id bigint primary key)" } });
    expect(await migrate({ url, folder: edited, release: "0.1.0", say: (line) => lines.push(line) })).toEqual(
      [],
    );
    expect(lines).toEqual(["warning: migration 1_wall was changed after it was applied to this database"]);
  });

  it("gives up on a table that others hold, instead of queueing everybody behind it", async () => {
    await migrate({ url, folder: folderOf({ "1_wall": TWO["1_wall"] }), release: "0.1.0" });
    await withClient(url, async (holder) => {
      await holder.query("begin; lock table wall in access exclusive mode");
      await expect(
        migrate({ url, folder: folderOf(TWO), release: "0.1.0", tableWaitMs: 200 }),
      ).rejects.toThrow(/2_height failed: .*lock timeout/);
    });
    expect(await migrate({ url, folder: folderOf(TWO), release: "0.1.0" })).toEqual(["2_height"]);
  });

  it("seeds one process at a time, after the migrations", async () => {
    let inside = 0;
    let most = 0;
    const seed = async (seeded: string) => {
      most = Math.max(most, ++inside);
      await withClient(seeded, (client) =>
        client.query("insert into wall values ((select max(id) + 1 from wall))"),
      );
      inside -= 1;
    };
    await Promise.all(
      Array.from({ length: 4 }, () => migrate({ url, folder: folderOf(TWO), release: "0.1.0", seed })),
    );
    expect(await countWalls(url)).toBe(6);
    expect(most).toBe(1);
  });

  it("names the database and the reason, without the password, when it cannot be had", async () => {
    const wrong = new URL(url);
    wrong.password = "not-the-password";
    await expect(migrate({ url: wrong.href, folder: folderOf(TWO), release: "0.1.0" })).rejects.toThrow(
      /the password is wrong/,
    );
    const nobody = "postgresql://someone:hush@127.0.0.1:1/none";
    const lines: string[] = [];
    const run = migrate({
      url: nobody,
      folder: folderOf(TWO),
      release: "0.1.0",
      patienceMs: 600,
      say: (line) => lines.push(line),
    });
    await expect(run).rejects.toThrow(/database at 127\.0\.0\.1:1\/none cannot be used/);
    await expect(run).rejects.not.toThrow(/hush/);
    expect(lines.join()).toContain("waiting for the database");
  });
});
