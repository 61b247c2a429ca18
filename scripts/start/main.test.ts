import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const clone = mkdtempSync(join(tmpdir(), "plumbline-clone-"));

/** A clone in which nothing was installed, as far as a start that is refused looks at it. */
beforeAll(() => {
  for (const path of ["package.json", "scripts", "lib/config/settings.mjs"]) {
    cpSync(join(root, path), join(clone, path), { recursive: true });
  }
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, "scripts", "start.mjs")], {
    cwd: clone,
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, said: stdout + stderr, made: readdirSync(clone).sort() };
}

describe("npm start, in a new clone", () => {
  it.each([
    ["DATABASE_URL", "mysql://root@db/plumbline"],
    ["DATABASE_POOL_SIZE", "0"],
    ["LOG_LEVEL", "loud"],
    ["PORT", "80a"],
    ["TRUSTED_PROXY_HOPS", "one"],
  ])("tells of a wrong %s before it installs, builds or makes anything", (name, value) => {
    const { status, said, made } = start({ [name]: value });
    expect(status).toBe(1);
    expect(said).toMatch(new RegExp(`${name}: expected .*\nNothing was changed`));
    expect(said).not.toMatch(/ {4}at /);
    expect(made).toEqual(["lib", "package.json", "scripts"]);
  });

  it("tells in words of a data folder that cannot be made, or that is a file", () => {
    const file = join(clone, "scripts", "taken");
    writeFileSync(file, "");
    const closed = join(clone, "scripts", "closed");
    mkdirSync(closed, { mode: 0o555 });
    // Modes do not hold root back; but nobody makes a folder in /proc or /dev/fd.
    const unmade = process.getuid?.() === 0 ? "/proc/plumbline" : join(closed, "data");
    for (const folder of [file, join(file, "data"), unmade]) {
      const { status, said } = start({ PLUMBLINE_DATA_DIR: folder });
      expect(status, said).toBe(1);
      expect(said).toContain(`${folder} cannot be used: `);
      expect(said).toMatch(/Nothing was changed\. .+ start again\. PLUMBLINE_DATA_DIR names another folder/);
      expect(said).not.toMatch(/ {4}at /);
    }
  });
});
