import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields, mergeEdits } from "./merge";

const one = (text: string) => ({ name: text });

describe("two people edit the same thing", () => {
  it.each([
    ["neither changed it", "a", "a", "a", "a", [], undefined],
    ["only I changed it", "a", "mine", "a", "mine", [], undefined],
    ["only they changed it", "a", "a", "theirs", "theirs", ["name"], undefined],
    ["both changed it to the same", "a", "same", "same", "same", [], undefined],
    ["both changed it", "a", "mine", "theirs", "mine", [], "theirs"],
    ["they emptied it", "a", "mine", "", "mine", [], ""],
    ["I emptied it", "a", "", "theirs", "", [], "theirs"],
  ])("%s", (_, base, mine, now, kept, taken, beside) => {
    const merged = mergeEdits(one(base), one(mine), one(now));
    expect(merged.values.name).toBe(kept);
    expect(merged.taken).toEqual(taken);
    expect(merged.theirs.name).toBe(beside);
  });

  it("compares lists by what is in them, and takes an absent field for an empty one", () => {
    const base: Record<string, unknown> = { tags: ["a", "b"] };
    expect(changedFields(base, { tags: ["a", "b"], note: "" })).toEqual([]);
    expect(mergeEdits(base, { tags: ["a", "b"] }, { tags: ["a"], note: "new" })).toEqual({
      values: { tags: ["a"], note: "new" },
      taken: ["tags", "note"],
      theirs: {},
    });
  });

  it("loses nothing that either of them wrote", () => {
    const thing = fc.record({ a: fc.constantFrom("", "1", "2"), b: fc.constantFrom("", "1", "2") });
    fc.assert(
      fc.property(thing, thing, thing, (base, mine, now) => {
        const { values, taken, theirs } = mergeEdits(base, mine, now);
        for (const field of ["a", "b"] as const) {
          if (mine[field] !== base[field]) expect(values[field]).toBe(mine[field]);
          if (now[field] !== base[field]) expect([values[field], theirs[field]]).toContain(now[field]);
          expect(taken.includes(field)).toBe(mine[field] === base[field] && now[field] !== base[field]);
        }
      }),
    );
  });
});
