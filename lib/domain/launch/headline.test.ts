import { describe, expect, it } from "vitest";
import { type HeadlineFacts, launchHeadline } from "./headline";

const facts = (some: Partial<HeadlineFacts> = {}): HeadlineFacts => ({
  title: "Checkout 3",
  state: "open",
  targetDate: "2026-12-09",
  today: "2026-11-30",
  closedOn: null,
  launchedWithoutGo: false,
  outcome: "go",
  reasons: [],
  ...some,
});
const gap = { service: "checkout", question: "timeouts" };
const blocker = { code: "blocker_undisposed" as const, ...gap };
const pending = (...reasons: HeadlineFacts["reasons"]) => facts({ outcome: "pending", reasons });
const overruled = { code: "overruled" as const, role: "security" as const };

describe("the first line of a launch", () => {
  it.each<[HeadlineFacts, string]>([
    [facts(), "Checkout 3 launches in 9 days and is a go."],
    [facts({ today: "2026-12-08" }), "Checkout 3 launches tomorrow and is a go."],
    [facts({ today: "2026-12-09" }), "Checkout 3 launches today and is a go."],
    [facts({ today: "2026-12-10" }), "Checkout 3 was to launch yesterday and is a go."],
    [facts({ today: "2026-12-12" }), "Checkout 3 was to launch 3 days ago and is a go."],
    [
      pending(
        blocker,
        { code: "condition_overdue", ...gap },
        { code: "sign_off_out_of_date", role: "security" },
      ),
      "Checkout 3 launches in 9 days and is not decided: one blocker waits for somebody, one condition is late, security has to sign again.",
    ],
    [
      pending(
        blocker,
        { ...blocker, question: "limits" },
        { code: "signer_missing", role: "product" },
        { code: "sign_off_missing", role: "engineering" },
        { code: "sign_off_missing", role: "reliability" },
        { code: "second_person" },
      ),
      "Checkout 3 launches in 9 days and is not decided: two blockers wait for somebody, engineering and reliability have to sign, nobody is named for product.",
    ],
    [
      pending({ code: "second_person" }),
      "Checkout 3 launches in 9 days and is not decided: a second person has to sign.",
    ],
    [
      facts({ ...pending({ code: "date_passed" }), today: "2026-12-20" }),
      "Checkout 3 was to launch 11 days ago and is not decided: its date passed more than a week ago.",
    ],
    [
      facts({ outcome: "conditional_go", reasons: [{ code: "condition_open", ...gap }] }),
      "Checkout 3 launches in 9 days and is a go on one condition.",
    ],
    [
      facts({ outcome: "no_go", reasons: [{ code: "no_go", role: "security" }, overruled] }),
      "Checkout 3 launches in 9 days and is a no-go: security said no.",
    ],
    [
      facts({ reasons: [overruled] }),
      "Checkout 3 launches in 9 days and is a go, over the objection of security.",
    ],
    [facts({ state: "launched", closedOn: "2026-11-28" }), "Checkout 3 launched on 28 November."],
    [
      facts({
        state: "launched",
        closedOn: "2025-11-28",
        launchedWithoutGo: true,
        outcome: "pending",
        reasons: [overruled],
      }),
      "Checkout 3 launched on 28 November 2025 without a go, over the objection of security.",
    ],
    [facts({ state: "called_off", closedOn: "2026-11-28" }), "Checkout 3 was called off on 28 November."],
  ])("%#", (given, expected) => {
    expect(
      launchHeadline(given)
        .map(({ text }) => text)
        .join(""),
    ).toBe(expected);
  });

  it("links what it counts", () => {
    const links = launchHeadline(pending(blocker)).filter(({ about }) => about !== null);
    expect(links).toEqual([
      { text: "in 9 days", about: "date" },
      { text: "not decided", about: "outcome" },
      { text: "one blocker", about: "blockers" },
    ]);
  });
});
