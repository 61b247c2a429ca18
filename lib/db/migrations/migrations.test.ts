import { describe, expect, it } from "vitest";
import { describe as describeUrl } from "./connect";
import { readMigration, statementOutsideTransaction } from "./files";
import { isOlder, parseRelease } from "./release";

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

describe("an address in a message", () => {
  it("shows host and name, never user or password", () => {
    expect(describeUrl("postgresql://me:hush@db.example:5432/plumbline?sslmode=require")).toBe(
      "db.example:5432/plumbline",
    );
    expect(describeUrl("hush")).toBe("an address that is not a URL");
  });
});
