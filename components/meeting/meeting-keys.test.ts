import { expect, it } from "vitest";
import { MEETING_KEYS, meetingKey } from "./meeting-keys";

const PAGE = { typing: false, radio: false };
const press = (key: string, place = PAGE, held: { ctrlKey?: true; metaKey?: true; altKey?: true } = {}) =>
  meetingKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, place);

it.each([
  ["1", { kind: "decide", as: "fixed" }],
  ["2", { kind: "decide", as: "fix_before" }],
  ["3", { kind: "decide", as: "accept" }],
  ["4", { kind: "decide", as: "not_applicable" }],
  ["5", null],
  ["ArrowRight", { kind: "next" }],
  ["ArrowLeft", { kind: "back" }],
  ["p", { kind: "park" }],
  ["n", { kind: "note" }],
  ["Enter", null],
  [" ", null],
  ["s", null],
])("%s means %j", (key, expected) => {
  expect(press(key)).toEqual(expected);
});

it("lists no key that means nothing", () => {
  const listed = MEETING_KEYS.keys.flatMap(({ keys }) => keys);
  expect(listed.length).toBe(8);
  for (const key of listed) expect(press(key), key).not.toBeNull();
});

it("leaves fields, shortcuts of the browser and arrows among choices alone", () => {
  for (const key of ["1", "4", "ArrowRight", "p", "n"])
    expect(press(key, { typing: true, radio: false })).toBeNull();
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }] as const)
    for (const key of ["1", "ArrowLeft", "p"]) expect(press(key, PAGE, held)).toBeNull();
  const onChoice = { typing: false, radio: true };
  expect([press("ArrowRight", onChoice), press("2", onChoice)]).toEqual([
    null,
    { kind: "decide", as: "fix_before" },
  ]);
});
