import { execFile, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase, dropDatabases, withClient } from "@/lib/testing/databases";
import { PROGRAMS } from "./start/program.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
const [, build = "", image = ""] = dockerfile.split(/^FROM .*$/m);

const app = mkdtempSync(join(tmpdir(), "plumbline-container-"));
const made = mkdtempSync(join(tmpdir(), "plumbline-commands-"));
const name = `${inject("databasePrefix")}container`;
let url: string;

/** What `next build` makes, which no command needs. */
const BUILT = /^\/app\/(\.next|public)/;

/** Runs a command where the image has it, with nothing of this clone in reach. */
async function inContainer(command: string, args: string[], env: Record<string, string | undefined> = {}) {
  const { PATH, HOME } = process.env;
  return promisify(execFile)(command, args, {
    cwd: app,
    env: { NODE_ENV: "production", PATH, HOME, DATABASE_URL: url, ...env },
  }).then(
    ({ stdout, stderr }) => ({ ok: true, said: stdout + stderr }),
    ({ stdout, stderr }) => ({ ok: false, said: `${stdout}${stderr}` }),
  );
}
const npmRun = (script: string, ...args: string[]) => inContainer("npm", ["run", script, "--", ...args]);

beforeAll(async () => {
  url = await createDatabase(inject("databaseAdminUrl"), name);
  const bundling = /RUN node (scripts\/bundle\.mjs) commands/.exec(build)?.[1] ?? "";
  const { status, stderr } = spawnSync(process.execPath, [join(root, bundling), join(made, "commands")]);
  expect(String(stderr)).toBe("");
  expect(status).toBe(0);
  for (const [, words = ""] of image.matchAll(/^COPY --from=build --chown=node:node (.+)$/gm)) {
    const paths = words.split(" ");
    const target = paths.pop() ?? "";
    for (const path of paths.filter((each) => !BUILT.test(each))) {
      const from = path.replace("/app", path === "/app/commands" ? made : root);
      const to = join(app, target, target.endsWith("/") ? basename(path) : "");
      cpSync(from, to, { recursive: true });
    }
  }
});
afterAll(async () => {
  await dropDatabases(inject("databaseAdminUrl"), name);
  for (const folder of [app, made]) rmSync(folder, { recursive: true, force: true });
});

describe("the container, laid out as the Dockerfile says", () => {
  it("has every command, in one file and by the name that npm knows, with no packages beside them", () => {
    const { scripts } = JSON.parse(readFileSync(join(app, "package.json"), "utf8"));
    for (const command of Object.keys(PROGRAMS)) {
      expect(existsSync(join(app, "commands", `${command}.mjs`)), command).toBe(true);
      expect(existsSync(join(app, scripts[command].replace("node ", ""))), command).toBe(true);
    }
    expect(existsSync(join(app, "node_modules"))).toBe(false);
  });

  it("migrates by npm run migrate, and by what its own start says", async () => {
    const first = await npmRun("migrate");
    expect(first, first.said).toMatchObject({ ok: true });
    expect(first.said).toMatch(/database migrated \(\d+ applied\)/);
    const start =
      /CMD \["sh", "-c", "(.+) && exec node .*scripts\/start\/server\.mjs"\]/.exec(image)?.[1] ?? "";
    const again = await inContainer("sh", ["-c", start]);
    expect(again, again.said).toMatchObject({ ok: true });
    const { rows } = await withClient(url, (client) =>
      client.query('select count(*)::int as questions from "Question"'),
    );
    expect(rows[0].questions).toBeGreaterThan(40);
  });

  it("resets a password", async () => {
    await withClient(url, (client) =>
      client.query(`insert into "Person" ("id", "email", "name", "createdAt")
        values (gen_random_uuid(), 'ana@example.com', 'Ana', now())`),
    );
    const { ok, said } = await npmRun("reset-password", "ana@example.com");
    expect(ok, said).toBe(true);
    const password = /The new password of ana@example\.com: (\S+)/.exec(said)?.[1] ?? "";
    const { rows } = await withClient(url, (client) =>
      client.query<{ passwordHash: string }>(`select "passwordHash" from "Person"`),
    );
    expect(await verify(rows[0]?.passwordHash ?? "", password)).toBe(true);
    expect((await npmRun("reset-password", "nobody@example.com")).said).toMatch(
      /Nobody here has the address/,
    );
  });

  it("backs up, and restores into an empty database", async () => {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-backups-"));
    const target = await createDatabase(inject("databaseAdminUrl"), `${name}_restored`);
    const backedUp = await npmRun("backup", folder);
    expect(backedUp, backedUp.said).toMatchObject({ ok: true });
    const [file = ""] = readdirSync(folder);
    const restored = await inContainer("npm", ["run", "restore", "--", join(folder, file)], {
      DATABASE_URL: target,
    });
    expect(restored, restored.said).toMatchObject({ ok: true });
    const people = (of: string) => withClient(of, (client) => client.query('select * from "Person"'));
    expect((await people(target)).rows).toEqual((await people(url)).rows);
    rmSync(folder, { recursive: true });
  });

  it("asks for DATABASE_URL instead of looking for a Postgres of its own", async () => {
    const { ok, said } = await inContainer("npm", ["run", "migrate"], { DATABASE_URL: "" });
    expect(ok).toBe(false);
    expect(said).toMatch(/Set DATABASE_URL/);
  });
});
