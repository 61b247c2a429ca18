import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, type ImportDraft } from "./draft";
import { findDraft, readDraft, storeDraft } from "./stored-draft";

/** A Storage in memory, with room for so many characters. */
function storageOf(room = 5_000_000): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  } as Storage;
}
const DRAFT: ImportDraft = {
  ...EMPTY_DRAFT,
  step: "preview",
  source: "csv",
  parts: [{ name: "a.csv", text: "name\n🛒" }],
  what: "services",
  columns: { name: 0, tier: null },
  corrections: { "2": { name: "🛒", tier: 1 } },
};

describe("a draft that is kept", () => {
  it("comes back whole, to the person who made it and nobody else", () => {
    const storage = storageOf();
    expect(storeDraft(storage, "ana", DRAFT)).toBe(true);
    expect(findDraft(storage, "ana")).toEqual(DRAFT);
    expect(findDraft(storage, "mira")).toBeNull();
  });
  it("is forgotten when it is emptied", () => {
    const storage = storageOf();
    storeDraft(storage, "ana", DRAFT);
    expect(storeDraft(storage, "ana", EMPTY_DRAFT)).toBe(true);
    expect(findDraft(storage, "ana")).toBeNull();
  });
  it.each([
    ["the browser has no room", storageOf(10), "x"],
    ["it is too large", storageOf(), "x".repeat(2_500_001)],
  ])("is not kept when %s, and an older one does not stay in its place", (_, storage, text) => {
    const draft = { ...DRAFT, parts: [{ name: null, text }] };
    expect(storeDraft(storage, "ana", draft)).toBe(false);
    expect(findDraft(storage, "ana")).toBeNull();
  });
});

describe("what is found in the browser", () => {
  it.each([
    ["nothing", null],
    ["a text", "draft"],
    ["no parts", { ...DRAFT, parts: [] }],
    ["a part without a text", { ...DRAFT, parts: [{ name: "a" }] }],
    ["columns that are no places", { ...DRAFT, columns: { name: "x" } }],
    ["corrections that are none", { ...DRAFT, corrections: { "2": 1 } }],
  ])("is no draft: %s", (_, value) => {
    expect(readDraft(value)).toBeNull();
  });
  it("falls back to what is usual where a word is not known", () => {
    expect(readDraft({ ...DRAFT, step: "?", source: "?", what: "?" })).toMatchObject({
      step: "choose",
      source: "backstage",
      what: null,
    });
  });
});
