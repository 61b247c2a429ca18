import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { hashPassword } from "../../auth/passwords";
import { personResource } from "../../auth/resources";
import { signIn } from "../../auth/sign-in";
import { loadSession } from "../../auth/viewer";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createToken } from "../../commands/tokens/create-token";
import { aFolder, backUp, contents, removeFolders, restore } from "../../testing/backups";
import { testDatabase } from "../../testing/database";
import { createDatabase } from "../../testing/databases";
import { loadExampleAs } from "../../testing/example";
import { aService, NOON, scopeOf } from "../../testing/factories";
import { db } from "../client";
import { TABLES, whyLeftOut } from "./tables";
import { type MadeBackup, writeBackup } from "./write-backup";

const PASSWORD = "correct horse 🐎 battery";
const QUESTION = "simultaneous-edits-kept";
const where = { address: "192.0.2.1", userAgent: "a test", requestId: "a-request" };
const kept = Object.keys(TABLES).filter((name) => whyLeftOut(name) === null);
const leftOut = Object.keys(TABLES).filter((name) => whyLeftOut(name) !== null);

let service: Awaited<ReturnType<typeof aService>>;
let sessionId: string;
let before: Awaited<ReturnType<typeof contents>>;
let backup: MadeBackup;
let again: MadeBackup;
const answer = (expectedVersion: number, reason: string) =>
  saveAnswer(
    scopeOf(service.lead, "answer:save", service.resource),
    QUESTION,
    {
      verdict: "yes",
      reason,
      expectedVersion,
      evidence: [{ label: "Test", url: "https://example.com/a?b=c" }],
    },
    new Date(),
  );

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme \\ Söhne", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  service = await aService();
  await loadExampleAs(service.admin, new Date());
  await answer(0, "a tab\t, a line\nand a \\N, \\. and 🧾 in it");
  const passwordHash = await hashPassword(PASSWORD);
  await db().person.update({ where: { id: service.lead.person.id }, data: { passwordHash } });
  await createToken(
    scopeOf(service.lead, "token:create", personResource(service.lead.person.id)),
    { name: "CI", scopes: ["read"], days: 30 },
    new Date(),
  );
  const signedIn = await signIn({ email: service.lead.person.email, password: PASSWORD }, where, new Date());
  sessionId = signedIn.kind === "session" ? signedIn.sessionId : "";
  before = await contents(testDatabase());
  backup = await backUp(testDatabase());
}, 120_000);
afterAll(removeFolders);

describe("a backup", { timeout: 120_000 }, () => {
  it("is one file that only its owner reads, and that any tar opens", () => {
    expect(statSync(backup.file).mode & 0o777).toBe(0o600);
    expect(statSync(backup.file).size).toBe(backup.bytes);
    const { stdout, status } = spawnSync("tar", ["-xzOf", backup.file, "manifest.json"], {
      encoding: "utf8",
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(backup.manifest);
    const tables = spawnSync("tar", ["-xzOf", backup.file, "tables/Organisation/000001.copy"], {
      encoding: "utf8",
    });
    expect(tables.stdout).toMatch(/^1\tAcme \\\\ Söhne\tEurope\/Berlin\tEUR\t/);
  });

  it("says what it holds, and what it leaves out and why", () => {
    expect(backup.manifest.tables.map(({ name }) => name).sort()).toEqual([...kept].sort());
    expect(Object.keys(backup.manifest.leftOut).sort()).toEqual([...leftOut].sort());
    for (const { name, rows } of backup.manifest.tables) expect(rows, name).toBe(before[name]?.rows);
    expect(before.Session?.rows).toBe(1);
  });

  it("is not written over another file, and leaves nothing behind where it cannot be written", async () => {
    const options = { url: testDatabase(), release: "0.1.0", now: new Date() };
    await expect(writeBackup({ ...options, target: backup.file })).rejects.toThrow(/is there already/);
    const nowhere = join(aFolder(), "no", "folder.tar.gz");
    await expect(writeBackup({ ...options, target: nowhere })).rejects.toThrow(
      /cannot be written \(ENOENT\)/,
    );
    expect(existsSync(join(nowhere, ".."))).toBe(false);
  });

  it.each(["stopped by a person", "left by its connection"])("%s leaves nothing behind", async (how) => {
    const target = aFolder();
    const stop = new AbortController();
    let ended = false;
    const progress = () => {
      if (ended) return;
      ended = true;
      if (how.startsWith("stopped")) stop.abort(new Error("Ctrl-C"));
      else
        spawnedQuery(
          "select pg_terminate_backend(pid) from pg_stat_activity where xact_start is not null and pid <> pg_backend_pid() and datname = current_database()",
        );
    };
    const options = { url: testDatabase(), target, release: "0.1.0", now: new Date() };
    const run = writeBackup({ ...options, progress, signal: stop.signal });
    await expect(run).rejects.toThrow(how.startsWith("stopped") ? /Ctrl-C/ : /broke off/);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe("after everything is lost", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const name = new URL(testDatabase()).pathname.slice(1);
    await createDatabase(inject("databaseAdminUrl"), name);
    expect(await contents(testDatabase())).toEqual({});
    await restore(backup.file, testDatabase());
    again = await backUp(testDatabase());
  }, 120_000);

  it("every row of every table that is kept is there again, and nothing of the others", async () => {
    const after = await contents(testDatabase());
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const name of kept) expect(after[name], name).toEqual(before[name]);
    for (const name of leftOut.filter((each) => each !== "Change")) expect(after[name]?.rows, name).toBe(0);
  });

  it("a backup of it has the same hashes", () => {
    const hashes = ({ manifest }: MadeBackup) =>
      manifest.tables.filter(({ name }) => name !== "AuditEvent").map(({ name, sha256 }) => [name, sha256]);
    expect(hashes(again)).toEqual(hashes(backup));
  });

  it("the trail says that it was restored, and so hear all who listen", async () => {
    const events = await db().auditEvent.findMany({ where: { action: "data.restored" } });
    expect(events).toMatchObject([
      { actorId: null, details: { backupOf: backup.manifest.createdAt, madeBy: backup.manifest.release } },
    ]);
    const changes = await db().change.findMany();
    expect(changes).toMatchObject([{ action: "data.restored" }]);
    const last = backup.manifest.sequences.find(({ table }) => table === "Change")?.last ?? "0";
    expect(changes[0]?.id).toBe(BigInt(last) + 1_000_000_000n);
  });

  it("a person signs in with the password that they had; who was signed in is not", async () => {
    expect(await loadSession(sessionId, new Date())).toBeNull();
    const anew = await signIn({ email: service.lead.person.email, password: PASSWORD }, where, new Date());
    expect(anew).toMatchObject({ kind: "session", personId: service.lead.person.id });
  });

  it("work goes on where it was: versions, numbers and what is never changed", async () => {
    await expect(answer(1, "after the restore")).resolves.toMatchObject({ version: 2 });
    const [newest] = await db().entry.findMany({ orderBy: { id: "desc" }, take: 1 });
    expect(newest).toMatchObject({ reason: "after the restore", serviceId: service.id });
    await expect(db().$executeRaw`UPDATE "Entry" SET "reason" = ''`).rejects.toThrow(/never changed/);
  });
});

/** A statement of a superuser, before anything else happens here. */
function spawnedQuery(sql: string): void {
  const program = `const pg = require("pg"); const c = new pg.Client({ connectionString: process.argv[1] });
    c.connect().then(() => c.query(process.argv[2])).then(() => c.end());`;
  spawnSync(process.execPath, ["-e", program, testDatabase(), sql]);
}
