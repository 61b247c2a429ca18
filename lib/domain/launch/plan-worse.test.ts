import { describe, expect, it } from "vitest";
import { planOf } from "../../testing/launch-states";
import { type PlanSeen, planWorse } from "./plan-worse";
import type { ConditionState } from "./vocabulary";

const condition = (state: ConditionState, dueOn = "2026-12-03", id = "c1") => ({
  id,
  service: "checkout",
  question: "timeouts",
  dueOn,
  state,
});
const withConditions = (...conditions: ReturnType<typeof condition>[]) => planOf({ conditions });
const waived = (until: string, targetDate?: string) =>
  planOf({ waivers: [{ service: "checkout", question: "timeouts", until }] }, targetDate);
const { plan } = planOf();

describe("L5: what got worse of a launch itself", () => {
  it.each<[string, PlanSeen, PlanSeen, string[]]>([
    ["nothing", planOf(), planOf(), []],
    [
      "another thing is launched",
      planOf(),
      planOf({ plan: { ...plan, what: "All of it" } }),
      ["what_changed"],
    ],
    [
      "it is undone in another way",
      planOf(),
      planOf({ plan: { ...plan, undo: { ...plan.undo, how: "restore" } } }),
      ["undo_changed"],
    ],
    [
      "somebody else undoes it",
      planOf(),
      planOf({ plan: { ...plan, undo: { ...plan.undo, who: "Mira" } } }),
      ["undo_changed"],
    ],
    ["a service came", planOf(), planOf({ services: ["checkout", "ledger"] }), ["service_added"]],
    ["a service was taken off", planOf({ services: ["checkout", "ledger"] }), planOf(), ["service_left"]],
    ["one for another", planOf(), planOf({ services: ["ledger"] }), ["service_added", "service_left"]],
    ["an earlier date", planOf(), planOf({}, "2026-12-08"), ["date_earlier"]],
    ["a later date", planOf(), planOf({}, "2026-12-20"), []],
    ["later, to the last day of a waiver", waived("2026-12-20"), waived("2026-12-20", "2026-12-20"), []],
    [
      "later, past a waiver's end",
      waived("2026-12-20"),
      waived("2026-12-20", "2026-12-21"),
      ["date_beyond_waiver"],
    ],
    ["past one that was passed before", waived("2026-12-05"), waived("2026-12-05", "2026-12-21"), []],
    ["past one that is renewed for longer", waived("2026-12-20"), waived("2027-12-20", "2026-12-21"), []],
    ["past one granted meanwhile", planOf(), waived("2026-12-20", "2026-12-21"), ["date_beyond_waiver"]],
    [
      "a condition is put off",
      withConditions(condition("open")),
      withConditions(condition("open", "2026-12-05")),
      ["condition_weakened"],
    ],
    [
      "an overdue condition is put off",
      withConditions(condition("overdue")),
      withConditions(condition("open", "2026-12-05")),
      ["condition_weakened"],
    ],
    [
      "a condition is due earlier",
      withConditions(condition("open")),
      withConditions(condition("open", "2026-12-01")),
      [],
    ],
    [
      "a condition is withdrawn",
      withConditions(condition("open")),
      withConditions(condition("withdrawn")),
      ["condition_weakened"],
    ],
    ["a condition is gone", withConditions(condition("open")), planOf(), ["condition_weakened"]],
    ["a condition is met", withConditions(condition("open")), withConditions(condition("met")), []],
    [
      "met late, on the same day as before",
      withConditions(condition("overdue")),
      withConditions(condition("met")),
      [],
    ],
    ["a condition is overdue", withConditions(condition("open")), withConditions(condition("overdue")), []],
    [
      "one that was met is withdrawn",
      withConditions(condition("met")),
      withConditions(condition("withdrawn")),
      [],
    ],
    [
      "another takes its place, by an earlier day",
      withConditions(condition("open")),
      withConditions(condition("withdrawn"), condition("open", "2026-12-02", "c2")),
      [],
    ],
    [
      "another takes its place, by a later day",
      withConditions(condition("open")),
      withConditions(condition("withdrawn"), condition("open", "2026-12-08", "c2")),
      ["condition_weakened"],
    ],
    [
      "one that was met long ago does not take its place",
      withConditions(condition("met", "2026-11-20", "c0"), condition("open")),
      withConditions(condition("met", "2026-11-20", "c0"), condition("withdrawn")),
      ["condition_weakened"],
    ],
    ["a condition more", planOf(), withConditions(condition("open")), []],
  ])("%s", (_, seen, then, expected) => {
    expect(planWorse(seen, then).map(({ code }) => code)).toEqual(expected);
  });

  it("says before and after", () => {
    expect(planWorse(waived("2026-12-20"), waived("2026-12-20", "2027-01-12"))).toEqual([
      {
        code: "date_beyond_waiver",
        service: "checkout",
        question: "timeouts",
        before: "2026-12-09",
        after: "2027-01-12",
        version: null,
      },
    ]);
    const [weakened] = planWorse(withConditions(condition("open")), withConditions(condition("withdrawn")));
    expect(weakened).toMatchObject({ before: "2026-12-03", after: "withdrawn" });
  });
});
