import { describe, expect, it } from "vitest";
import { ANA, aGap, aLaunch, LI } from "@/components/launch/testing-launch";
import { toPrepare } from "./preparation";
import { soFar } from "./so-far";

const TODAY = "2026-11-30";

describe("what to look at before a meeting", () => {
  const lacks = (gaps: Parameters<typeof aGap>[0][]) =>
    toPrepare(aLaunch({ gaps: gaps.map((gap) => aGap(gap)) }), "Europe/Berlin").map(
      ({ gap, lack, people }) => `${lack} ${gap.question} ${people.length}`,
    );

  it.each<[string, Parameters<typeof aGap>[0], string[]]>([
    [
      "nobody answered",
      { given: "unanswered", verdict: "unanswered", savedBy: null },
      ["unanswered secrets 0"],
    ],
    ["the answer is stale", { given: "yes", verdict: "unclear", stale: true }, ["stale secrets 1"]],
    ["it is unclear", { given: "unclear", verdict: "unclear" }, ["unclear secrets 1"]],
    [
      "it goes stale within the week after",
      { staleAt: "2026-12-15T12:00:00.000Z" },
      ["soon_stale secrets 1"],
    ],
    ["it holds for that week", { staleAt: "2026-12-15T23:30:00.000Z" }, []],
    ["it is known", {}, []],
    [
      "who fixes it could answer too",
      { given: "unclear", verdict: "unclear", owner: LI },
      ["unclear secrets 2"],
    ],
  ])("%s", (_, gap, expected) => {
    expect(lacks([gap])).toEqual(expected);
  });

  it("critical ones come first, then what is unanswered; nobody who left is asked", () => {
    const unclear = { given: "unclear", verdict: "unclear" } as const;
    const none = { given: "unanswered", verdict: "unanswered" } as const;
    expect(
      lacks([
        { question: "a", critical: false, ...none },
        { question: "b", ...unclear },
        { question: "c", ...none },
      ]),
    ).toEqual(["unanswered c 1", "unclear b 1", "unanswered a 1"]);
    const left = aLaunch({ gaps: [aGap(unclear)] });
    const people = { [ANA]: { id: ANA, name: "Ana Kirsch", disabled: true } };
    expect(toPrepare({ ...left, people }, "Europe/Berlin")[0]?.people).toEqual([]);
  });
});

describe("what was decided so far", () => {
  it("says what is left, and that no executive is needed", () => {
    const blockers = [{ service: "checkout", question: "secrets", disposition: null }];
    expect(soFar(aLaunch({ blockers }), TODAY)).toEqual([
      "One blocker to decide",
      "No risk accepted, so no executive is needed",
    ]);
  });

  it("counts what was fixed, promised, left out, asked and carried", () => {
    const by = { by: ANA, at: "2026-11-30T10:00:00.000Z", reason: "", supersededAt: null, waiver: null };
    const on = (question: string) => ({ service: "checkout", question });
    const launch = aLaunch({
      dispositions: [
        { id: "1", ...on("a"), kind: "fixed", condition: null, ...by },
        { id: "2", ...on("b"), kind: "fix_before", condition: "c1", ...by },
        { id: "3", ...on("c"), kind: "not_applicable", condition: null, ...by },
        { id: "4", ...on("a"), kind: "fixed", condition: null, ...by, supersededAt: by.at },
      ],
      conditions: [
        { id: "c1", ...on("b"), owner: LI, dueOn: "2026-12-03", state: "open", metAt: null, late: false },
        { id: "c2", ...on("d"), owner: LI, dueOn: "2026-12-01", state: "overdue", metAt: null, late: true },
        { id: "c3", ...on("e"), owner: LI, dueOn: "2026-12-05", state: "met", metAt: by.at, late: false },
      ],
      gaps: [
        aGap({ ...on("f"), waiverAsked: true }),
        aGap({ ...on("g"), waiver: { id: "w", until: "2027-01-31" } }),
        aGap({ ...on("h"), critical: false, carried: true, expectedLoss: 9_000 }),
      ],
      carried: { count: 1, expectedLoss: 9_000, by: ANA, at: by.at },
      requiredRoles: ["engineering", "executive"],
    });
    expect(soFar(launch, TODAY)).toEqual([
      "1 fixed",
      "2 conditions, the last due 3 December",
      "1 not for us",
      "1 waiver to be decided by somebody else",
      "1 risk accepted, so an executive signs",
      "1 gap carried, about €9k a year",
    ]);
  });
});
