import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** What each layer may import of ours, besides itself. What is not listed is forbidden; the README has the picture. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  app: ["components", "queries", "auth", "client", "contracts", "domain"],
  "app/api": ["commands", "queries", "http", "auth", "contracts", "config", "domain"],
  components: ["client", "contracts", "domain"],
  client: ["contracts", "domain"],
  commands: ["queries", "auth", "contracts", "import", "snapshot", "db", "domain", "config"],
  queries: ["auth", "contracts", "snapshot", "db", "domain", "config"],
  snapshot: ["db", "domain", "config"],
  jobs: ["commands", "queries", "snapshot", "db", "config", "domain"],
  http: ["auth", "snapshot", "db", "contracts", "config", "domain"],
  auth: ["config", "db", "domain"],
  db: ["config", "domain"],
  import: ["contracts", "domain"],
  contracts: ["domain"],
  config: [],
  domain: [],
  root: ["jobs", "http", "auth", "config", "db"],
};
/** Layers that only types may be taken from, and by whom: keeps zod out of the browser. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  client: ["contracts"],
  components: ["contracts"],
  app: ["contracts"],
};
/** Where anything may be imported. */
const FREE = /^(?:lib\/testing|scripts|prisma|e2e)\//;
const LAYERS = new Set([
  "auth",
  "client",
  "commands",
  "config",
  "contracts",
  "db",
  "domain",
  "http",
  "import",
  "jobs",
  "queries",
  "snapshot",
]);

function layerOf(file: string): string | null {
  const [top, second] = file.split("/");
  if (top === "app") return second === "api" ? "app/api" : "app";
  if (top === "components") return "components";
  if (top === "lib") return second !== undefined && LAYERS.has(second) ? second : null;
  return /^(?:instrumentation|proxy)\.ts$/.test(file) ? "root" : null;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === "lib/db/generated") return [];
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(?:ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

/** The imports of a file: static, dynamic, re-exports; alias and relative. Targets of ours are paths from the root. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const pattern = /(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|import\(\s*"([^"]+)"\s*\)/g;
  for (const [, type, from, dynamic] of text.matchAll(pattern)) {
    const specifier = from ?? dynamic ?? "";
    const target = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
        : `package:${specifier}`;
    found.push({ file, target, typeOnly: type !== undefined });
  }
  return found;
}

/** Why an import is not allowed, or null. */
function breachOf({ file, target, typeOnly }: Import): string | null {
  const from = layerOf(file);
  if (from === null) return null;
  if (target.startsWith("package:")) {
    return from === "domain" ? `${file}: domain imports no package (${target})` : null;
  }
  // Its link goes to pages as all of the product does; of what they show it knows nothing.
  const isOfUi = target.startsWith("components/ui/") || target === "lib/client/navigation";
  if (file.startsWith("components/ui/") && !isOfUi) return `${file} knows of ${target}`;
  const to = layerOf(target) ?? (target.startsWith("lib/testing") ? "testing" : null);
  if (to === null || to === from) return null;
  if (!MAY_IMPORT[from]?.includes(to)) return `${file} imports ${target}`;
  if (TYPES_ONLY[from]?.includes(to) && !typeOnly) return `${file} imports more than types from ${target}`;
  return null;
}

/** The room of a file: the folder of its noun within its layer, as "components/gaps"; null for what stands in none. */
function roomOf(path: string): string | null {
  const parts = path.split("/");
  const depth = parts[0] === "components" ? 2 : 3;
  return /^(?:components|lib)$/.test(parts[0] ?? "") && parts.length > depth
    ? parts.slice(0, depth).join("/")
    : null;
}

/** The rooms that import each other in a circle, with those between two circles; rooms of one layer each. */
function roomsInCircles(imports: readonly Pick<Import, "file" | "target">[]): string[] {
  const neighbours = new Map<string, { to: Set<string>; from: Set<string> }>();
  const of = (room: string) => {
    const known = neighbours.get(room) ?? { to: new Set(), from: new Set() };
    neighbours.set(room, known);
    return known;
  };
  for (const { file, target } of imports) {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === null || to === null || from === to || dirname(from) !== dirname(to)) continue;
    of(from).to.add(to);
    of(to).from.add(from);
  }
  // Whoever imports nobody, or is imported by nobody, is in no circle; without them others are not either.
  for (let before = -1; before !== neighbours.size; ) {
    before = neighbours.size;
    for (const [room, { to, from }] of neighbours) {
      if (to.size > 0 && from.size > 0) continue;
      for (const each of to) of(each).from.delete(room);
      for (const each of from) of(each).to.delete(room);
      neighbours.delete(room);
    }
  }
  return [...neighbours.keys()].sort();
}

const source = ["app", "components", "lib"].flatMap(filesBelow).concat("instrumentation.ts", "proxy.ts");
const code = source.filter((file) => !/\.test\.tsx?$/.test(file) && !FREE.test(file));
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

describe("architecture", () => {
  it("layers import only what they may", () => {
    const imports = code.flatMap((file) => importsOf(file, read(file)));
    expect(imports.length).toBeGreaterThan(400);
    expect(imports.map(breachOf).filter((breach) => breach !== null)).toEqual([]);
  });

  it.each<[string, string, boolean]>([
    ["lib/domain/score.ts", 'import { z } from "zod";', true],
    ["lib/domain/score.ts", 'import { env } from "../config/env";', true],
    ["lib/import/a.ts", 'import { db } from "../db/client";', true],
    ["lib/import/a.ts", 'import { fold } from "../domain/import-rows";', false],
    ["components/import/x.ts", 'import { readCatalog } from "@/lib/import/catalog";', true],
    ["lib/queries/a/b.ts", 'import { handle } from "@/lib/http/handle";', true],
    ["components/service/x.tsx", 'export { db } from "@/lib/db/client";', true],
    ["components/service/x.tsx", 'const db = await import("@/lib/db/client");', true],
    ["lib/client/x.ts", 'import { operations } from "../contracts/operations";', true],
    ["lib/client/x.ts", 'import type { Operations } from "../contracts/operations";', false],
    ["components/ui/x.tsx", 'import { AREAS } from "@/lib/domain/vocabulary";', true],
    ["app/(app)/page.tsx", 'import { saveAnswer } from "@/lib/commands/answers/save-answer";', true],
    ["app/api/v1/x/route.ts", 'import { db } from "@/lib/db/client";', true],
    ["lib/commands/a/b.ts", 'import {\n  inTransaction,\n  type Tx,\n} from "../../db/transaction";', false],
  ])("a breach is seen: %s with %s is one: %s", (file, text, expected) => {
    expect(importsOf(file, text).some((each) => breachOf(each) !== null)).toBe(expected);
  });

  it("one link and one hook lead to other pages, and what is shown again is what live events renew", () => {
    const leads = code.filter((file) => /from "next\/link"|router\.(?:push|replace)\(/.test(read(file)));
    expect(leads).toEqual(["components/ui/link.tsx"]);
    const pages = code.filter((file) => file.startsWith("app/") && file.endsWith("/page.tsx"));
    const kept = pages.filter((file) => read(file).includes("unstable_dynamicStaleTime"));
    expect(kept.length).toBeGreaterThan(5);
    expect(kept).toEqual(pages.filter((file) => read(file).includes("<RefreshOnChange")));
  });

  it("rooms of a layer import each other in no circle", () => {
    const imports = code.flatMap((file) => importsOf(file, read(file)));
    expect(new Set(imports.map(({ file }) => roomOf(file))).size).toBeGreaterThan(40);
    expect(roomsInCircles(imports)).toEqual([]);
  });

  it.each<[string, [file: string, target: string][], string[]]>([
    ["one way", [["lib/commands/a/x.ts", "lib/commands/b/y"]], []],
    [
      "there and back, and who stands outside",
      [
        ["components/a/x.tsx", "components/b/deep/y"],
        ["components/b/y.tsx", "components/a/z"],
        ["components/b/y.tsx", "components/c/z"],
        ["components/d/y.tsx", "components/a/z"],
      ],
      ["components/a", "components/b"],
    ],
    [
      "by a third",
      [
        ["lib/queries/a/x.ts", "lib/queries/b/y"],
        ["lib/queries/b/x.ts", "lib/queries/c/y"],
        ["lib/queries/c/x.ts", "lib/queries/a/y"],
      ],
      ["lib/queries/a", "lib/queries/b", "lib/queries/c"],
    ],
    [
      "across layers, which the table orders",
      [
        ["lib/queries/a/x.ts", "lib/domain/b/y"],
        ["lib/domain/b/x.ts", "lib/queries/a/y"],
      ],
      [],
    ],
  ])("a circle of rooms is seen: %s", (_, pairs, expected) => {
    expect(roomsInCircles(pairs.map(([file, target]) => ({ file, target })))).toEqual(expected);
  });

  it("server layers cannot reach the browser", () => {
    const guarded = code.filter((file) => /^lib\/(?:commands|queries|auth|http)\//.test(file));
    const open = guarded.filter(
      (file) => !/^import "server-only";/m.test(read(file)) && !/(?:auth\/cookies|-worker)\.ts$/.test(file),
    );
    expect(open).toEqual([]);
  });

  it("files stay small: none over 300 lines, tests neither; half of what is not a test at most 60", () => {
    const linesOf = (file: string) => read(file).split("\n").length - 1;
    const beside = ["prisma", "scripts", "e2e"].flatMap(filesBelow);
    expect([...source, ...beside].filter((file) => linesOf(file) > 300)).toEqual([]);
    const sorted = code.map(linesOf).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });

  it("unit tests share their workers, and so replace no module for each other", () => {
    const tests = source.filter((file) => /\.test\.tsx?$/.test(file) && !/\.db\.test\.ts$/.test(file));
    expect(tests.length).toBeGreaterThan(100);
    expect(tests.filter((file) => /\bvi\s*\.(?:do)?mock\(/i.test(read(file)))).toEqual([]);
  });

  it("names no any, suppresses no type error, and has no junk drawers", () => {
    const suspicious = code.filter((file) =>
      /@ts-ignore|@ts-expect-error|\bas any\b|: any\b|<any>/.test(read(file)),
    );
    expect(suspicious).toEqual([]);
    const drawers = code.filter((file) =>
      /^(?:lib|components)\/(?:.*\/)?(?:utils|helpers|hooks|types)(?:\/|\.tsx?$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });
});
