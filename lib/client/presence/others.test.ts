import { expect, it } from "vitest";
import type { Presence } from "../../contracts/presence";
import { anEvent } from "../live/testing-events";
import { othersOf, withMove } from "./others";

const at = (id: string, question: string | null, second = 0): Presence => ({
  person: { id, name: { ana: "Ana Kirsch", jonas: "Jonas Berg", li: "Li Wen" }[id] ?? id },
  question,
  seenAt: `2026-06-15T12:00:0${second}.000Z`,
});

it("are each there once, where they were seen last, and by question all who are at it", () => {
  const others = othersOf(
    [at("li", "q-1"), at("ana", "q-1", 1), at("ana", "q-2", 5), at("jonas", null)],
    "me",
  );
  expect(others.people).toEqual([
    { id: "ana", name: "Ana Kirsch", question: "q-2" },
    { id: "jonas", name: "Jonas Berg", question: null },
    { id: "li", name: "Li Wen", question: "q-1" },
  ]);
  expect([...others.at].map(([question, people]) => [question, people.map(({ id }) => id)])).toEqual([
    ["q-2", ["ana"]],
    ["q-1", ["ana", "li"]],
  ]);
});

it("oneself in another tab is not another", () => {
  expect(othersOf([at("ana", "q-1"), at("ana", "q-2")], "ana")).toEqual({ people: [], at: new Map() });
});

it("who moved is shown there at once; who left, or did nothing, as before", () => {
  const before = { items: [at("ana", "q-1"), at("li", "q-1")] };
  const moved = anEvent({
    action: "presence.moved",
    actor: { id: "ana", name: "Ana Kirsch" },
    question: "q-2",
  });
  expect(othersOf(withMove(before, moved).items, "me").people.map(({ question }) => question)).toEqual([
    "q-2",
    "q-1",
  ]);
  expect(withMove(before, { ...moved, question: null })).toEqual(before);
  expect(withMove(before, { ...moved, actor: null })).toEqual(before);
});
