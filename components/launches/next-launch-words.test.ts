import { describe, expect, it } from "vitest";
import type { LaunchRow } from "@/lib/contracts/launches";
import { nextWords, openWords } from "./next-launch-words";

const launch = (some: Partial<LaunchRow> = {}): LaunchRow => ({
  ...{ id: "l1", title: "Checkout 3", state: "open", services: [], targetDate: "2026-12-09", daysLeft: 9 },
  ...{ facilitator: { id: "p1", name: "Ana" }, outcome: "pending", overObjection: false },
  ...{ launchedWithoutGo: false, blockers: 0, undisposed: 0, openConditions: 0, next: null },
  ...{ waitsForMe: false, closedAt: null, example: false },
  ...some,
});
const words = (some: Partial<LaunchRow>, moved?: Parameters<typeof openWords>[1]) =>
  openWords(launch(some), moved, "2026-11-30", "Asia/Kathmandu");
const turn = { role: null, service: null, question: null, people: [], dueOn: null };

describe("a launch in a line", () => {
  it("says what is open, and nothing of what is not", () => {
    expect(words({})).toEqual([]);
    expect(words({ undisposed: 1, openConditions: 2 })).toEqual(["1 blocker waits", "2 conditions open"]);
    expect(words({ undisposed: 3, overObjection: true })).toEqual(["3 blockers wait", "over an objection"]);
  });

  it("says until when its outcome was a better one, in the organisation's days, and since when it is; not where it came back", () => {
    const moved = { from: "go" as const, at: "2026-11-27T20:00:00.000Z" };
    expect(words({}, moved)).toEqual(["go until 28 November"]);
    expect(words({ outcome: "conditional_go" }, { ...moved, from: "pending" })).toEqual([
      "go, with conditions since 28 November",
    ]);
    expect(words({ outcome: "go" }, moved)).toEqual([]);
  });

  it("says whose turn it is", () => {
    const people = { p1: "Li Wen", p2: "Sam Adeyemi" };
    expect(nextWords(launch(), people)).toBe("");
    const sign = { ...turn, what: "sign" as const, role: "security" as const, people: ["p1", "p2"] };
    expect(nextWords(launch({ next: sign }), people)).toBe("Sign for security: Li Wen or Sam Adeyemi");
    const dispose = { ...turn, what: "dispose" as const, service: "checkout", question: "restore" };
    expect(nextWords(launch({ next: dispose }), people)).toBe("Decide on a blocker");
  });
});
