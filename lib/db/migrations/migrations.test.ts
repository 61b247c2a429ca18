import { describe, expect, it } from "vitest";
import { composeMigration, migrationName } from "./compose";
import { describe as describeUrl } from "./connect";
import { diffSchemas } from "./engine";
import { readMigration, statementOutsideTransaction } from "./files";
import { isOlder, parseRelease } from "./release";

const schema = (...fields: string[]) =>
  ["datasource db {", 'provider = "postgresql"', "}", "model Wall {", ...fields, "}"].join("\n");

describe("isOlder", () => {
  it.each([
    ["0.1.0", "0.2.0", true],
    ["0.9.0", "0.10.0", true],
    ["1.0.0", "0.10.9", false],
    ["1.2.3", "1.2.3", false],
    ["1.2.3-rc.1", "1.2.3", false],
  ])("%s is older than %s: %s", (a, b, expected) => {
    expect(isOlder(a, b)).toBe(expected);
  });

  it.each(["", "1.2", "v1.2.3", "1.2.3.4", "1.2.x"])("does not take %j for a release", (text) => {
    expect(parseRelease(text)).toBeNull();
    expect(() => isOlder(text, "1.0.0")).toThrow(RangeError);
  });
});

describe("a migration file", () => {
  it("must say which release may still run", () => {
    expect(() => readMigration("1_x", "create table t (id int);")).toThrow(
      /1_x\/migration.sql lacks its line/,
    );
    expect(readMigration("1_x", "-- lowest release that may still run: 1.2.3\nselect 1;").lowestRelease).toBe(
      "1.2.3",
    );
  });

  it.each([
    "select 1; COMMIT;",
    "begin;",
    "create index concurrently i on t (id);",
    "drop index Concurrently i",
    "vacuum t",
    "start  transaction",
  ])("must not hold %j, which is no part of a transaction", (sql) => {
    expect(statementOutsideTransaction(sql)).not.toBeNull();
  });

  it.each([
    "create function f() returns trigger language plpgsql as $$ begin return new; end $$;",
    "create function f() returns int language plpgsql as $body$\nbegin\n  return 1;\nend;\n$body$;",
    "select '; commit;';",
    "-- begin\nselect 1; /* ; commit */",
    'alter table t add column "end" int',
  ])("may hold %j", (sql) => {
    expect(statementOutsideTransaction(sql)).toBeNull();
  });
});

describe("composeMigration", () => {
  const files = [
    { name: "20_b.sql", content: "b", committed: "old b" },
    { name: "10_a.sql", content: "a", committed: null },
    { name: "30_c.sql", content: "c", committed: "c" },
  ];

  it("puts the header first, then the schema, then the files that are new or changed, in order", () => {
    const text = composeMigration("create table t ();", files, "0.1.0") ?? "";
    expect(readMigration("1_x", text).lowestRelease).toBe("0.1.0");
    expect(text).toMatch(
      /^-- lowest .*\n\ncreate table t \(\);\n\n-- from prisma\/sql\/10_a\.sql\na\n\n-- from prisma\/sql\/20_b\.sql \(changed.*\)\nb\n$/,
    );
  });

  it("is nothing when nothing changed", () => {
    expect(composeMigration("", files.slice(2), "0.1.0")).toBeNull();
  });

  it("is named after the instant, in UTC, and its purpose", () => {
    expect(migrationName(new Date("2026-11-21T23:59:58.999Z"), "Add teams & owners!")).toBe(
      "20261121235958_add_teams_owners",
    );
    expect(() => migrationName(new Date(), " — ")).toThrow(RangeError);
  });
});

describe("diffSchemas", () => {
  it("writes what leads from nothing, and from one schema to the next, without a database", async () => {
    const before = schema("id Int @id");
    expect(await diffSchemas(null, before)).toContain('CREATE TABLE "Wall"');
    expect(await diffSchemas(before, schema("id Int @id", "height Int?"))).toContain(
      'ALTER TABLE "Wall" ADD COLUMN     "height" INTEGER',
    );
    expect(await diffSchemas(before, before)).toBe("");
  });
});

describe("an address in a message", () => {
  it("shows host and name, never user or password", () => {
    expect(describeUrl("postgresql://me:hush@db.example:5432/plumbline?sslmode=require")).toBe(
      "db.example:5432/plumbline",
    );
    expect(describeUrl("hush")).toBe("an address that is not a URL");
  });
});
