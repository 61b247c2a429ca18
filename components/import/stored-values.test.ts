import { expect, it } from "vitest";
import { loadValues, NO_VALUES, storeValues, valuesToSend, withValue } from "./stored-values";

function aStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  } as unknown as Storage;
}

it("what a word means is kept for the next import of the same person, whatever its capitals, and can be taken back", () => {
  const storage = aStorage();
  const told = withValue(withValue(NO_VALUES, "tier", " P0", 1), "lifecycle", "In Betrieb", "live");
  storeValues(storage, "ana", told);
  expect(loadValues(storage, "ana")).toEqual({ tier: { p0: 1 }, lifecycle: { "in betrieb": "live" } });
  expect(loadValues(storage, "bo")).toEqual(NO_VALUES);
  expect(withValue(told, "tier", "p0", 2).tier).toEqual({ p0: 2 });
  expect(withValue(told, "tier", "p0", undefined).tier).toEqual({});
  expect(valuesToSend(NO_VALUES)).toBeUndefined();
  expect(valuesToSend(told)).toEqual(told);
});

it.each(["{", "null", '{"tier":{"p0":9,"p1":1},"lifecycle":7}'])(
  "what is kept as %s does no harm",
  (text) => {
    const storage = aStorage();
    storage.setItem("plumbline.import-values/ana", text);
    expect(Object.values(loadValues(storage, "ana").tier).every((each) => each === 1)).toBe(true);
  },
);
