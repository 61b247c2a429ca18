import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { pool } from "@/lib/db/client";
import { databaseError } from "@/lib/db/errors";
import { probeWriting } from "@/lib/db/probe";
import { withClient } from "@/lib/testing/databases";
import { withEnv } from "@/lib/testing/http";
import { start } from "./embedded-postgres.mjs";
import { clusterFolder } from "./postgres/layout.mjs";
import { stopServer } from "./postgres/stop.mjs";
import { openDataFolder } from "./start/data-folder.mjs";
import { ensureWritable, freeBytes } from "./start/disk.mjs";
import { explain, Problem } from "./start/output.mjs";

// Against hanging alone: a disk is filled several times.
vi.setConfig({ testTimeout: 120_000 });

const MB = 1_000_000;
const folder = mkdtempSync("/tmp/plumbline-disk-");
chmodSync(folder, 0o755);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", folder]).status === 0;
const dataDir = join(folder, "data");

/** Leaves so much room on the small disk, and no more. */
function leave(bytes: number): void {
  empty();
  const file = openSync(join(folder, "filler"), "w");
  const block = Buffer.alloc(64_000, 1);
  try {
    while ((freeBytes(folder) ?? 0) > bytes) writeSync(file, block);
    if (bytes === 0) for (;;) writeSync(file, block, 0, 512);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  }
  closeSync(file);
}
const empty = () => rmSync(join(folder, "filler"), { force: true });

/** As a process that has only just started. */
function forget(): void {
  for (const name of ["pool", "probe-write"])
    Reflect.deleteProperty(globalThis, Symbol.for(`plumbline.${name}`));
}

afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await stopServer(clusterFolder(dataDir), null);
  if (mounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
});

const problemOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return (error as Problem).message;
};

it.skipIf(process.platform !== "linux")(
  "what the system says of a full disk is told in words (/dev/full is Linux' own)",
  () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const file = openSync("/dev/full", "w");
    try {
      writeSync(file, "x");
    } catch (error) {
      explain(error);
    }
    closeSync(file);
    expect(said.mock.calls.join()).toMatch(
      /the disk is full \(ENOSPC\).*Make room on that disk, then start again/s,
    );
    said.mockRestore();
  },
);

// A disk that is really full has to be mounted, which only root on Linux may.
describe.skipIf(!mounted)("a small disk that is full", () => {
  it("is told of before a first start begins, with what is needed", async () => {
    leave(50 * MB);
    vi.stubEnv("PLUMBLINE_DATA_DIR", dataDir);
    expect(await problemOf(openDataFolder("/nowhere", { embedded: true }))).toMatch(
      /too full to begin on: \d+ MB are free, and at least 200 MB are needed\.\nNothing was changed/,
    );
  });

  it("is told of where programs are copied, data is made or something is built, and leaves no half of it", async () => {
    leave(30 * MB);
    expect(await problemOf(start({ dataDir, durable: false }))).toMatch(
      /postgres-[\d.\w-]+.* cannot be used: the disk is full/,
    );
    expect(readdirSync(dataDir).filter((name) => name.endsWith(".new"))).toEqual([]);
    leave(90 * MB);
    expect(await problemOf(start({ dataDir, durable: false }))).toMatch(
      /could not make its data in .*The disk of .* is full/,
    );
    expect(existsSync(clusterFolder(dataDir))).toBe(false);
    leave(0);
    expect(await problemOf(ensureWritable(join(folder, ".next")))).toMatch(
      /\.next cannot be used: the disk is full/,
    );
  });

  it("under a running Postgres: what cannot be saved is a 503, what was saved can be read, and it goes on by itself", async () => {
    empty();
    const postgres = await start({ dataDir, durable: false });
    await withClient(postgres.url, async (client) => {
      await client.query("create table wall (words text)");
      const write = () =>
        client.query("insert into wall select repeat(md5(random()::text), 250) from generate_series(1, 500)");
      await write();
      leave(0);
      let error: unknown = null;
      for (let tried = 0; tried < 20 && error === null; tried += 1) {
        error = await write().then(
          () => null,
          (reason) => reason,
        );
      }
      expect(error).toMatchObject({ code: "53100" });
      expect(databaseError(error)?.message).toMatch(/disk of the database is full/);
      expect((await client.query("select count(*)::int as n from wall")).rows[0].n % 500).toBe(0);
      await withEnv({ DATABASE_URL: postgres.url }, async () => {
        forget();
        expect(await probeWriting()).toBe(false);
        empty();
        expect(await probeWriting()).toBe(true);
        await pool().end();
        forget();
      });
      await write();
    });
    await postgres.stop();
  });

  it("at a later start: says so and goes on with what is there", async () => {
    leave(0);
    vi.stubEnv("PLUMBLINE_DATA_DIR", dataDir);
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    expect(await openDataFolder("/nowhere", { embedded: true })).toBe(dataDir);
    expect(said.mock.calls.join()).toMatch(/the disk is full.*Going on all the same/);
    said.mockRestore();
    empty();
  });

  it("one that can only be read says so", async () => {
    spawnSync("mount", ["-o", "remount,ro", folder]);
    vi.stubEnv("PLUMBLINE_DATA_DIR", dataDir);
    expect(await problemOf(openDataFolder("/nowhere", { embedded: true }))).toMatch(
      /cannot be used: it is on a file system that can only be read \(EROFS\)\.\nNothing was changed/,
    );
    spawnSync("mount", ["-o", "remount,rw", folder]);
  });
});
