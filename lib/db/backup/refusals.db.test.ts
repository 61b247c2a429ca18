import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder, backUp, contents, migrationsFolder, removeFolders, restore } from "../../testing/backups";
import { spareDatabase, testDatabase } from "../../testing/database";
import { MIGRATIONS, RELEASE, withClient } from "../../testing/databases";
import { aService } from "../../testing/factories";
import { migrate } from "../migrations/migrate";
import { BackupProblem } from "./problem";
import { checkBackup, restoreBackup } from "./restore-backup";
import type { MadeBackup } from "./write-backup";

let backup: MadeBackup;
let bytes: Buffer;
/** Everything of a database that one can look at, for "nothing was written". */
const tablesOf = async (url: string) => Object.keys(await contents(url));
/** The same file, changed. */
function changed(how: (copy: Buffer) => Buffer): string {
  const file = join(aFolder(), "changed.tar.gz");
  writeFileSync(file, how(Buffer.from(bytes)));
  return file;
}
const whole = (file: string) => checkBackup({ file, migrations: MIGRATIONS });

beforeAll(async () => {
  await aService();
  backup = await backUp(testDatabase());
  bytes = readFileSync(backup.file);
});
afterAll(removeFolders);

describe("a file that is not what was written", { timeout: 120_000 }, () => {
  it("is refused wherever a byte of it is another, and never restored as something else", async () => {
    const places = Array.from({ length: 40 }, (_, index) => Math.floor((index * (bytes.length - 1)) / 39));
    for (const place of places) {
      const file = changed((copy) => {
        copy.writeUInt8((copy.readUInt8(place) ^ 0x20) & 0xff, place);
        return copy;
      });
      const found = await whole(file).catch((error: unknown) => error);
      // The few bytes of gzip's own head that say when and where it was compressed mean nothing.
      if (!(found instanceof BackupProblem)) expect(found, `byte ${place}`).toEqual(backup.manifest);
      else expect(found.message).toMatch(/Nothing was changed/);
      if (place > 10) expect(found, `byte ${place}`).toBeInstanceOf(BackupProblem);
    }
  });

  it("is refused wherever it is cut off", async () => {
    for (let share = 0; share < 20; share += 1) {
      const file = changed((copy) => copy.subarray(0, Math.floor((share * copy.length) / 20)));
      await expect(whole(file), `${share} twentieths`).rejects.toThrow(BackupProblem);
    }
    await expect(whole(changed((copy) => copy.subarray(0, -1)))).rejects.toThrow(/damaged: it is cut off/);
  });

  const manifestWith = (some: object) => `${JSON.stringify({ ...backup.manifest, ...some })}\n`;
  const anArchive = async (files: Record<string, string>) => {
    const file = join(aFolder(), "made.tar.gz");
    const entries = Object.entries(files).map(([name, text]) => ({
      header: { name, size: Buffer.byteLength(text) },
      body: text,
    }));
    writeFileSync(file, gzipSync(await packTar(entries)));
    return file;
  };

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ["no file", () => join(aFolder(), "none.tar.gz"), /There is no file/],
    ["a folder", () => aFolder(), /is not a file/],
    ["text", () => changed(() => Buffer.from("hello, I am no archive at all")), /is not compressed by gzip/],
    ["compressed text", () => changed(() => gzipSync(Buffer.alloc(2_000, "no"))), /is damaged/],
    ["nothing, compressed", () => changed(() => gzipSync("")), /is damaged/],
    ["an archive without a manifest", () => anArchive({ "README.txt": "?" }), /no list of what is in it/],
    ["one with something else in it", () => anArchive({ "../../etc/passwd": "" }), /it holds .*passwd/],
    ["one whose manifest is none", () => anArchive({ "manifest.json": "{" }), /cannot be read/],
    ["one that misses a table", () => anArchive({ "manifest.json": manifestWith({}) }), /it holds 0 rows of/],
    [
      "one with rows that it does not list",
      () => anArchive({ "tables/Wall/000001.copy": "1\n", "manifest.json": manifestWith({ tables: [] }) }),
      /rows of Wall, which it does not list/,
    ],
    [
      "one that misses the first part of a table",
      () => anArchive({ "tables/Wall/000002.copy": "1\n", "manifest.json": manifestWith({ tables: [] }) }),
      /part 1 of Wall is missing/,
    ],
    [
      "one of a later format",
      () => anArchive({ "manifest.json": manifestWith({ format: 2 }) }),
      /made by a newer release of Plumbline \(format 2\)/,
    ],
  ])("is refused when it is %s", async (_, make, expected) => {
    const run = whole(await make());
    await expect(run).rejects.toThrow(BackupProblem);
    await expect(run).rejects.toThrow(expected);
  });

  it("leaves an empty database empty, also when it changes after it was checked", async () => {
    const target = await spareDatabase();
    const damaged = changed((copy) => copy.subarray(0, -200));
    await expect(restore(damaged, target)).rejects.toThrow(/cut off/);
    expect(await tablesOf(target)).toEqual([]);
    const options = { url: target, migrations: MIGRATIONS, release: RELEASE };
    const manifest = await whole(backup.file);
    await expect(restoreBackup({ ...options, file: damaged }, manifest)).rejects.toThrow(/cut off/);
    const other = await backUp(testDatabase());
    await expect(restoreBackup({ ...options, file: other.file }, manifest)).rejects.toThrow(/changed while/);
    expect(await tablesOf(target)).toEqual([]);
  });
});

describe("a database that is not empty", { timeout: 120_000 }, () => {
  it("is refused with what is in it, and stays as it is", async () => {
    const before = await contents(testDatabase());
    // Whoever serves has connections open, and is refused for that first.
    await expect(restore(backup.file, testDatabase())).rejects.toThrow(
      /Plumbline is running on the database/,
    );
    const target = await spareDatabase("template");
    await restore(backup.file, target);
    const there = await contents(target);
    const again = restore(backup.file, target);
    await expect(again).rejects.toThrow(/not empty: it holds rows \(.*3 of Person/);
    await expect(again).rejects.toThrow(/Nothing was changed/);
    expect(await contents(target)).toEqual(there);
    expect(await contents(testDatabase())).toEqual(before);
  });

  it("is refused for tables that are not ours", async () => {
    const target = await spareDatabase();
    await withClient(target, (client) => client.query("create table wall (id int)"));
    await expect(restore(backup.file, target)).rejects.toThrow(
      /tables that are not of this release \(wall\)/,
    );
    expect(await tablesOf(target)).toEqual(["wall"]);
  });

  it("is refused when a newer release made it, though nobody wrote to it", async () => {
    const target = await spareDatabase();
    const newer = migrationsFolder(99, {
      "99990101000000_newer": 'alter table "Team" add column "motto" text',
    });
    await migrate({ url: target, folder: newer, release: RELEASE });
    await expect(restore(backup.file, target)).rejects.toThrow(
      /made by a newer release \(99990101000000_newer\)/,
    );
  });
});

describe("a backup that cannot be put in", { timeout: 120_000 }, () => {
  it("leaves the database as it was, seeded as it is by a first start", async () => {
    const target = await spareDatabase("template");
    const before = await contents(target);
    const unfit = migrationsFolder(99, {
      "99990101000000_unfit": 'alter table "Service" add check ("name" = \'\')',
    });
    await expect(restore(backup.file, target, unfit)).rejects.toThrow(/99990101000000_unfit failed/);
    expect(await contents(target)).toEqual(before);
    await expect(restore(backup.file, target)).resolves.toMatchObject({ release: RELEASE });
  });

  it("says so when there is nothing to back up", async () => {
    await expect(backUp(await spareDatabase())).rejects.toThrow(/holds no Plumbline yet/);
  });
});
