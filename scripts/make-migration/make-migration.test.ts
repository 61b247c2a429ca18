import { describe, expect, it } from "vitest";
import { readMigration } from "@/lib/db/migrations/files";
import { composeMigration, migrationName } from "./compose";
import { diffSchemas } from "./schema-engine";

const schema = (...fields: string[]) =>
  ["datasource db {", 'provider = "postgresql"', "}", "model Wall {", ...fields, "}"].join("\n");

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
