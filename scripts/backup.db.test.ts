import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/db/migrations/migrate";
import { aFolder, contents, removeFolders } from "@/lib/testing/backups";
import { MIGRATIONS, RELEASE, withClient } from "@/lib/testing/databases";
import { dataFolder, removeDataFolder, serverPid } from "@/lib/testing/own-postgres";
import { seed } from "../prisma/seed";
import { start } from "./embedded-postgres.mjs";
import { clusterFolder, ownFolder } from "./postgres/layout.mjs";
import { acquire } from "./start/lock.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dataDir = dataFolder();
const folder = aFolder();
const file = join(folder, "plumbline.tar.gz");
let before: Awaited<ReturnType<typeof contents>>;
/** Against hanging: each command starts processes, and some a Postgres. */
const PATIENCE = { timeout: 240_000 };

/** Runs one of our commands as npm does: in the root, and told where it was called. */
async function command(name: string, args: string[], env: Record<string, string> = {}) {
  return promisify(execFile)(process.execPath, [join(root, "scripts", `${name}.mjs`), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", PLUMBLINE_DATA_DIR: dataDir, INIT_CWD: folder, ...env },
  }).then(
    ({ stdout, stderr }) => ({ ok: true, said: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, said: `${stdout}${stderr}` }),
  );
}
const started = () => start({ dataDir, durable: false });

beforeAll(async () => {
  const { url } = await started();
  await migrate({ url, folder: MIGRATIONS, release: RELEASE, seed });
  await withClient(url, (client) =>
    client.query(`insert into "Organisation" ("id", "name", "timeZone", "currency", "createdAt")
      values (1, 'Acme', 'UTC', 'EUR', now())`),
  );
  before = await contents(url);
}, 240_000);
afterAll(async () => {
  await removeDataFolder(dataDir);
  removeFolders();
});

describe("npm run backup and npm run restore, with the embedded Postgres", PATIENCE, () => {
  it("back up from the one that runs, and leave it running", async () => {
    const pid = await serverPid(dataDir);
    const { ok, said } = await command("backup", ["plumbline.tar.gz"]);
    expect(ok, said).toBe(true);
    expect(said).toMatch(/rows of \d+ tables, as they were at .*\n.*written to .*plumbline\.tar\.gz/);
    expect(said).toMatch(/hashes of passwords/);
    expect(readdirSync(folder)).toEqual(["plumbline.tar.gz"]);
    expect(await serverPid(dataDir)).toBe(pid);
  });

  it("back up from one that does not run, which is started for it and stopped again", async () => {
    await (await started()).stop();
    const { ok, said } = await command("backup", [folder]);
    expect(ok, said).toBe(true);
    expect(await serverPid(dataDir)).toBeNull();
    expect(readdirSync(folder).filter((name) => /^plumbline-\d{4}-.*Z\.tar\.gz$/.test(name))).toHaveLength(1);
  });

  it("after the data is destroyed: a damaged file makes no new one, a whole one brings every table back", async () => {
    rmSync(ownFolder(dataDir), { recursive: true });
    const damaged = join(folder, "damaged.tar.gz");
    writeFileSync(damaged, readFileSync(file).subarray(0, -100));
    const refused = await command("restore", [damaged]);
    expect(refused).toMatchObject({ ok: false, said: expect.stringMatching(/is damaged: it is cut off/) });
    expect(existsSync(clusterFolder(dataDir))).toBe(false);

    const { ok, said } = await command("restore", ["plumbline.tar.gz"]);
    expect(ok, said).toBe(true);
    expect(said).toMatch(/restored [\d,]+ rows of \d+ tables\. Everybody signs in anew/);
    const after = await contents((await started()).url);
    const named = (of: typeof before) =>
      Object.fromEntries(Object.entries(of).filter(([name]) => !/^(_|plumbline|Change$)/.test(name)));
    expect(named(after)).toEqual(named(before));
  });

  it("restore nothing over what is there, nor while somebody serves from this folder", async () => {
    const full = await command("restore", ["plumbline.tar.gz"]);
    expect(full).toMatchObject({
      ok: false,
      said: expect.stringMatching(/is not empty: .*1 of Organisation/),
    });
    const lock = await acquire(dataDir, "serve");
    const served = await command("restore", ["plumbline.tar.gz"]);
    expect(served).toMatchObject({
      ok: false,
      said: expect.stringMatching(/Plumbline is running on this data/),
    });
    await lock?.release();
  });
});

describe("npm run backup, where there is no room", PATIENCE, () => {
  it("says so, and leaves nothing behind", async () => {
    const { url } = await started();
    const full = aFolder();
    const program = [
      process.execPath,
      "--conditions=react-server",
      "--import",
      "tsx",
      "scripts/backup/program.ts",
      full,
    ];
    // A limit on the size of files is as good as a full disk, and every system has it.
    const limited = 'trap "" XFSZ; ulimit -f 20; exec "$@"';
    const run = promisify(execFile)("/bin/sh", ["-c", limited, "sh", ...program], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, TSX_DISABLE_CACHE: "1" },
    });
    await expect(run).rejects.toMatchObject({
      stderr: expect.stringMatching(/There is no room for .*was removed/),
    });
    expect(readdirSync(full)).toEqual([]);
  });
});

describe("how they are called", PATIENCE, () => {
  it.each([
    ["backup", [], /Say where to: npm run backup -- /],
    ["restore", [], /Say what: npm run restore -- /],
    ["restore", ["none.tar.gz"], /There is no file .*none\.tar\.gz/],
  ])("%s %s says what is missing", async (name, args, expected) => {
    const { ok, said } = await command(name, args);
    expect(ok).toBe(false);
    expect(said).toMatch(expected);
  });
});
