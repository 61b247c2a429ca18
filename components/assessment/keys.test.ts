import { expect, it } from "vitest";
import { KEY_SET, type KeyPlace, keyAction, SHORT_KEYS } from "./keys";

const press = (
  key: string,
  place: KeyPlace = "page",
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey", true>> = {},
) => keyAction({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, place)?.kind ?? null;

it.each([
  ["1", "verdict"],
  ["5", "verdict"],
  ["6", null],
  ["0", null],
  ["j", "next"],
  ["ArrowDown", "next"],
  ["k", "previous"],
  ["ArrowUp", "previous"],
  ["n", "unanswered"],
  ["o", "open"],
  ["r", "reason"],
  ["Enter", "reason"],
  ["e", "evidence"],
  ["c", "confirm"],
  ["?", null],
  ["x", null],
  ["constructor", null],
])("on the page %s means %s", (key, kind) => {
  expect(press(key)).toBe(kind);
});

it("takes 1 to 5 for the verdicts in their order", () => {
  const verdicts = ["1", "2", "3", "4", "5"].map((key) =>
    keyAction({ key, ctrlKey: false, metaKey: false, altKey: false }, "page"),
  );
  expect(verdicts).toMatchObject(
    ["yes", "partly", "no", "unclear", "not_applicable"].map((verdict) => ({ verdict })),
  );
});

it("leaves fields and shortcuts of the browser alone", () => {
  for (const key of ["1", "j", "Enter", "ArrowDown"]) expect(press(key, "field")).toBeNull();
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }] as const) {
    expect(press("c", "page", held)).toBeNull();
  }
});

it("leaves arrows to the verdicts and Enter to a control", () => {
  expect([press("ArrowDown", "verdict"), press("Enter", "control")]).toEqual([null, null]);
  expect([press("j", "verdict"), press("Enter", "verdict"), press("3", "control")]).toEqual([
    "next",
    "reason",
    "verdict",
  ]);
});

it("says under a question no key that does nothing, and none that the whole list does not have", () => {
  const all = new Set(KEY_SET.keys.flatMap(({ keys }) => keys));
  const short = SHORT_KEYS.flatMap(({ keys }) => keys).flatMap((key) => (key === "1–5" ? ["1", "5"] : [key]));
  for (const key of short) {
    expect(press(key), key).not.toBeNull();
    expect(all).toContain(key);
  }
});

it("every listed key that is pressed by itself, outside of fields, means something", () => {
  const alone = KEY_SET.keys.flatMap(({ keys }) => keys).filter((key) => !/^(?:Escape|Ctrl or ⌘)$/.test(key));
  expect(alone.length).toBeGreaterThan(12);
  for (const key of alone) expect(press(key), key).not.toBeNull();
});
