import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inFillingOrder, TABLES, whyLeftOut } from "./tables";

const schema = readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8");

describe("the tables of a backup", () => {
  it("are decided one by one: kept, or left out for a reason", () => {
    const models = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name);
    expect(models.length).toBeGreaterThan(25);
    expect(Object.keys(TABLES).sort()).toEqual(models.sort());
  });

  it("are nobody's but ours: a name that every object has is not taken for one", () => {
    expect(whyLeftOut("constructor")).toBeNull();
    expect(whyLeftOut("Session")).toMatch(/signs in anew/);
  });

  it("are filled after those that they refer to", () => {
    const tables = [
      { name: "a", needs: ["b", "c"] },
      { name: "b", needs: ["c"] },
      { name: "c", needs: ["elsewhere"] },
    ];
    expect(inFillingOrder(tables).map(({ name }) => name)).toEqual(["c", "b", "a"]);
  });

  it("cannot refer to each other in a circle", () => {
    const tables = [
      { name: "a", needs: ["b"] },
      { name: "b", needs: ["a"] },
    ];
    expect(() => inFillingOrder(tables)).toThrow(/go round: a, b/);
  });
});
