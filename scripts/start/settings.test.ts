import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { keptSecret, loadEnvFiles } from "./settings.mjs";

const folder = () => mkdtempSync(join(tmpdir(), "plumbline-settings-"));

describe("keptSecret", () => {
  it("makes a secret once, for its owner alone", async () => {
    const path = join(folder(), "secret");
    const made = await keptSecret(path);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await keptSecret(path)).toBe(made);
  });

  it("gives the same to all who make it at the same time", async () => {
    const path = join(folder(), "secret");
    const made = await Promise.all(Array.from({ length: 20 }, () => keptSecret(path)));
    expect(new Set(made).size).toBe(1);
    expect(readFileSync(path, "utf8").trim()).toBe(made[0]);
  });

  it("does not replace a file that holds too little", async () => {
    const path = join(folder(), "secret");
    writeFileSync(path, "short\n");
    await expect(keptSecret(path)).rejects.toThrow(/too short/);
    expect(readFileSync(path, "utf8")).toBe("short\n");
  });
});

describe("loadEnvFiles", () => {
  afterEach(() => {
    for (const name of ["PLUMBLINE_T_A", "PLUMBLINE_T_B", "PLUMBLINE_T_C"]) delete process.env[name];
  });

  it("lets the environment win over .env.local, and that over .env", () => {
    const root = folder();
    process.env.PLUMBLINE_T_A = "environment";
    writeFileSync(join(root, ".env.local"), "PLUMBLINE_T_A=local\nPLUMBLINE_T_B=local\n");
    writeFileSync(join(root, ".env"), 'PLUMBLINE_T_B=env\nPLUMBLINE_T_C="a # b"\n');
    loadEnvFiles(root);
    expect([process.env.PLUMBLINE_T_A, process.env.PLUMBLINE_T_B, process.env.PLUMBLINE_T_C]).toEqual([
      "environment",
      "local",
      "a # b",
    ]);
  });
});
