import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { fingerprint, sourceFiles } from "./fingerprint.mjs";

let root: string;
const write = (path: string, text = path) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const now = async () => fingerprint(root, await sourceFiles(root));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "plumbline-fingerprint-"));
  for (const path of [
    "app/page.tsx",
    "lib/domain/score.ts",
    "prisma/schema.prisma",
    "package-lock.json",
    "next.config.mjs",
  ])
    write(path);
});

describe("the fingerprint of the source", () => {
  it.each([
    "app/page.tsx",
    "lib/domain/score.ts",
    "package-lock.json",
    "next.config.mjs",
    "app/(app)/new/page.tsx",
    "public/icon.svg",
    "proxy.ts",
  ])("changes with %s", async (path) => {
    const before = await now();
    write(path, "changed");
    expect(await now()).not.toBe(before);
  });

  it.each([
    "lib/domain/score.test.ts",
    "lib/db/generated/client.ts",
    "prisma/migrations/1_first/migration.sql",
    "next-env.d.ts",
    "tsconfig.tsbuildinfo",
    "README.md",
    "app/.DS_Store",
    "data/postgres-port",
  ])("does not change with %s", async (path) => {
    const before = await now();
    write(path, "changed");
    expect(await now()).toBe(before);
  });

  it("changes when a file is renamed, and when two swap their contents", async () => {
    const before = await now();
    renameSync(join(root, "app/page.tsx"), join(root, "app/other.tsx"));
    const renamed = await now();
    write("app/other.tsx", "lib/domain/score.ts");
    write("lib/domain/score.ts", "app/page.tsx");
    expect(new Set([before, renamed, await now()]).size).toBe(3);
  });
});
