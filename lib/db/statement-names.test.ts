import { describe, expect, it } from "vitest";
import { statementNames } from "./statement-names";

const often = (name: ReturnType<typeof statementNames>, sql: string, times = 8) => {
  let last: string | undefined;
  for (let time = 0; time < times; time += 1) last = name({ sql });
  return last;
};

describe("names of prepared statements", () => {
  it("are given to what comes again and again, and not before", () => {
    const name = statementNames();
    expect(often(name, "SELECT 1", 7)).toBeUndefined();
    expect(name({ sql: "SELECT 1" })).toMatch(/^[\w-]{32}$/);
    expect(name({ sql: "SELECT 2" })).toBeUndefined();
  });

  it("are the same for the same text in every process, and differ for another", () => {
    expect(often(statementNames(), "SELECT 1")).toBe(often(statementNames(), "SELECT 1"));
    expect(often(statementNames(), "SELECT 1")).not.toBe(often(statementNames(), "SELECT 2"));
  });

  it("are limited: two hundred statements stay prepared, a later one is sent as it is", () => {
    const name = statementNames();
    for (let each = 0; each < 200; each += 1) expect(often(name, `SELECT ${each}`)).toBeDefined();
    expect(often(name, "SELECT 'late'", 50)).toBeUndefined();
    expect(name({ sql: "SELECT 0" })).toBeDefined();
  });

  it("do not remember every statement that ever came once", () => {
    const name = statementNames();
    often(name, "SELECT 'first'", 7);
    for (let each = 0; each < 2_000; each += 1) name({ sql: `SELECT ${each}` });
    expect(name({ sql: "SELECT 'first'" })).toBeUndefined();
  });
});
