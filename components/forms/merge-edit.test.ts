import { describe, expect, it } from "vitest";
import { mergeEdit, readStored } from "./merge-edit";

const one = (text: string) => ({ name: text });

describe("two people edit the same thing", () => {
  it.each([
    ["neither changed it", "a", "a", "a", "a", undefined],
    ["only I changed it", "a", "mine", "a", "mine", undefined],
    ["only they changed it", "a", "a", "theirs", "theirs", undefined],
    ["both changed it to the same", "a", "same", "same", "same", undefined],
    ["both changed it", "a", "mine", "theirs", "mine", "theirs"],
    ["they emptied it", "a", "mine", "", "mine", ""],
  ])("%s", (_, base, mine, now, kept, beside) => {
    const merged = mergeEdit(one(base), one(mine), one(now));
    expect(merged.values.name).toBe(kept);
    expect(merged.theirs.name).toBe(beside);
  });
});

describe("what a conflict carries", () => {
  it("is read when it has the fields and a version", () => {
    expect(readStored({ name: "n", other: 1, version: 3 }, ["name"])).toEqual({
      values: { name: "n" },
      version: 3,
    });
  });
  it.each([[null], ["text"], [{ name: "n" }], [{ name: 1, version: 2 }]])("is nothing in %j", (current) => {
    expect(readStored(current, ["name"])).toBeNull();
  });
});
