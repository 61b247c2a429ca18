import { afterAll, describe, expect, it } from "vitest";
import { seed } from "../../../prisma/seed";
import { aFolder, backUp, contents, migrationsFolder, removeFolders, restore } from "../../testing/backups";
import { spareDatabase } from "../../testing/database";
import { MIGRATIONS, RELEASE, withClient } from "../../testing/databases";
import { migrate } from "../migrations/migrate";
import { checkBackup, restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const ID = "11111111-1111-4111-8111-111111111111";
const ROWS = `
  insert into "Organisation" ("id", "name", "timeZone", "currency", "createdAt") values (1, 'Acme', 'UTC', 'EUR', now());
  insert into "Person" ("id", "email", "name", "createdAt") values ('${ID}', 'ana@example.com', 'Ana', now());
  insert into "Team" ("id", "slug", "name", "createdAt") values ('${ID}', 'payments', 'Payments', now());
  insert into "AuditEvent" ("at", "actorId", "action", "subjectType", "subjectId", "details", "requestId")
    select now(), '${ID}', 'team.created', 'team', '${ID}', '{}', 'r' from generate_series(1, 500)`;
afterAll(removeFolders);

/** A database as these migrations leave it, with somebody and something in it. */
async function aDatabase(folder: string, release = RELEASE): Promise<string> {
  const url = await spareDatabase();
  await migrate({ url, folder, release });
  await withClient(url, (client) => client.query(ROWS));
  return url;
}

describe("a backup of an older release", { timeout: 120_000 }, () => {
  it("is restored by this one as if that database had been migrated", async () => {
    const old = await aDatabase(migrationsFolder(1));
    const backup = await backUp(old);
    expect(backup.manifest.migrations).toHaveLength(1);
    const target = await spareDatabase();
    const options = { url: target, file: backup.file, migrations: MIGRATIONS };
    await restoreBackup({ ...options, release: RELEASE, seed }, await checkBackup(options));
    await migrate({ url: old, folder: MIGRATIONS, release: RELEASE, seed });
    const [restored, migrated] = [await contents(target), await contents(old)];
    expect(Object.keys(restored)).toEqual(Object.keys(migrated));
    // Those say when it was migrated and seeded.
    const dated = ["_prisma_migrations", "plumbline_schema", "ChecklistVersion"];
    for (const name of Object.keys(migrated).filter((each) => each !== "Change")) {
      if (dated.includes(name)) expect(restored[name]?.rows, name).toBe(migrated[name]?.rows);
      else expect(restored[name], name).toEqual(migrated[name]);
    }
    expect(restored.AuditEvent?.rows).toBe(500);
    expect(restored.Question?.rows).toBeGreaterThan(40);
  });
});

describe("a backup of a newer release", { timeout: 120_000 }, () => {
  const NEWER = {
    "99990101000000_mottos": 'create table "Motto" ("id" bigserial primary key, "text" text not null)',
  };

  it("is refused, with what is needed, before anything is written", async () => {
    const backup = await backUp(await aDatabase(migrationsFolder(99, NEWER), "0.9.0"), "0.9.0");
    const target = await spareDatabase();
    const run = restore(backup.file, target);
    await expect(run).rejects.toThrow(/Plumbline 0\.9\.0 had migrated \(99990101000000_mottos\)/);
    await expect(run).rejects.toThrow(/Nothing was changed. Restore it with release 0\.9\.0 or newer/);
    expect(await contents(target)).toEqual({});
  });

  it("is made whole also by the older release that one went back to", async () => {
    const newer = migrationsFolder(99, NEWER);
    const url = await aDatabase(newer, "0.9.0");
    await withClient(url, (client) =>
      client.query(`insert into "Motto" ("text") values ('straight'), ('upright')`),
    );
    const backup = await backUp(url, RELEASE);
    const target = await spareDatabase();
    await restore(backup.file, target, newer, "0.9.0");
    expect((await contents(target)).Motto).toEqual((await contents(url)).Motto);
    const { rows } = await withClient(target, (client) =>
      client.query(`insert into "Motto" ("text") values ('plumb') returning "id"`),
    );
    expect(rows).toEqual([{ id: "3" }]);
  });
});

describe("what only means something where it was made", { timeout: 120_000 }, () => {
  it("is made anew: columns that are reckoned, and numbers of transactions", async () => {
    const folder = migrationsFolder(99, {
      "99990101000000_lines": `create table "Line" ("id" int primary key, "twice" int generated always as ("id" * 2) stored,
        "xid" xid8 not null default pg_current_xact_id())`,
    });
    const url = await aDatabase(folder, "0.9.0");
    await withClient(url, (client) => client.query('insert into "Line" ("id") values (1), (2)'));
    const backup = await backUp(url);
    expect(backup.manifest.tables.find(({ name }) => name === "Line")?.columns).toEqual(["id"]);
    const target = await spareDatabase();
    await restore(backup.file, target, folder, "0.9.0");
    const { rows } = await withClient(target, (client) =>
      client.query('select "id", "twice", "xid" <= pg_current_xact_id() as "past" from "Line" order by 1'),
    );
    expect(rows).toEqual([
      { id: 1, twice: 2, past: true },
      { id: 2, twice: 4, past: true },
    ]);
  });
});

describe("tables of others in the same schema", { timeout: 120_000 }, () => {
  it("are not in the backup, and that is said", async () => {
    const url = await aDatabase(MIGRATIONS);
    await withClient(url, (client) => client.query("create table wall (id int)"));
    const said: string[] = [];
    const options = { url, target: aFolder(), release: RELEASE, now: new Date() };
    const { manifest } = await writeBackup({ ...options, say: (line) => said.push(line) });
    expect(said).toEqual(["not Plumbline's, and so not in the backup: wall"]);
    expect(manifest.tables.map(({ name }) => name)).not.toContain("wall");
  });
});
