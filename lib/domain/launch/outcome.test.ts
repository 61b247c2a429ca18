import { describe, expect, it } from "vitest";
import { goOf, roleOf, signedLaunch } from "../../testing/launch-states";
import { type OutcomeFacts, type OutcomeReason, outcomeOf } from "./outcome";
import type { ConditionState, Outcome } from "./vocabulary";

const gap = { service: "checkout", question: "timeouts" };
const condition = (state: ConditionState) => ({ id: "c1", ...gap, state });
const noGo = (person: string) => goOf(person, { decision: "no_go", upToDate: false });
const overruled = (person: string, upToDate = true) => ({
  ...noGo(person),
  overruled: { person: "ana", upToDate },
});
/** Tier 2: engineering and product, two people. */
const two = (some: Partial<OutcomeFacts>) =>
  signedLaunch({ required: ["engineering", "product"], needsTwoPeople: true, ...some });
const engineering = roleOf("engineering", "jonas", goOf("jonas"));

describe("L4, L6: the outcome", () => {
  it.each<[string, OutcomeFacts, Outcome, OutcomeReason[]]>([
    ["everything signed", signedLaunch(), "go", []],
    [
      "a condition is open",
      signedLaunch({ conditions: [condition("open"), { ...condition("met"), id: "c2" }] }),
      "conditional_go",
      [{ code: "condition_open", ...gap }],
    ],
    [
      "it is met, or withdrawn",
      signedLaunch({ conditions: [condition("met"), condition("withdrawn")] }),
      "go",
      [],
    ],
    [
      "it is overdue",
      signedLaunch({ conditions: [condition("overdue")] }),
      "pending",
      [{ code: "condition_overdue", ...gap }],
    ],
    [
      "a blocker is undisposed",
      signedLaunch({ undisposed: [gap] }),
      "pending",
      [{ code: "blocker_undisposed", ...gap }],
    ],
    [
      "nobody named",
      signedLaunch({ roles: [] }),
      "pending",
      [{ code: "signer_missing", role: "engineering" }],
    ],
    [
      "only a deputy named",
      signedLaunch({ roles: [{ ...roleOf("engineering", null), deputy: "li" }] }),
      "pending",
      [{ code: "signer_missing", role: "engineering" }],
    ],
    [
      "named and not signed",
      signedLaunch({ roles: [roleOf("engineering", "jonas")] }),
      "pending",
      [{ code: "sign_off_missing", role: "engineering" }],
    ],
    [
      "signed and out of date",
      signedLaunch({ roles: [roleOf("engineering", "jonas", goOf("jonas", { upToDate: false }))] }),
      "pending",
      [{ code: "sign_off_out_of_date", role: "engineering" }],
    ],
    [
      "signed by the deputy",
      signedLaunch({ roles: [roleOf("engineering", "jonas", goOf("li", { deputyFor: "jonas" }))] }),
      "go",
      [],
    ],
    [
      "the signer has left, and nobody is named any more: the sign-off stays",
      signedLaunch({ roles: [roleOf("engineering", null, goOf("jonas"))] }),
      "go",
      [],
    ],
    ["a week after the target date", signedLaunch({ today: "2026-12-16" }), "go", []],
    ["a week has passed", signedLaunch({ today: "2026-12-17" }), "pending", [{ code: "date_passed" }]],
    [
      "one person in both roles",
      two({ roles: [engineering, roleOf("product", "jonas", goOf("jonas"))] }),
      "pending",
      [{ code: "second_person" }],
    ],
    [
      "one person in both roles, their deputy signs one",
      two({ roles: [engineering, roleOf("product", "jonas", goOf("li", { deputyFor: "jonas" }))] }),
      "go",
      [],
    ],
    [
      "the only enabled person in both roles",
      two({ needsTwoPeople: false, roles: [engineering, roleOf("product", "jonas", goOf("jonas"))] }),
      "go",
      [],
    ],
    [
      "a no_go",
      two({ roles: [engineering, roleOf("product", "li", noGo("li"))] }),
      "no_go",
      [{ code: "no_go", role: "product" }],
    ],
    [
      "a no_go of a role that is not required any more",
      signedLaunch({ roles: [engineering, roleOf("executive", "ana", noGo("ana"))] }),
      "no_go",
      [{ code: "no_go", role: "executive" }],
    ],
    [
      "a no_go stands before all that is missing",
      two({ undisposed: [gap], roles: [roleOf("product", "li", noGo("li"))] }),
      "no_go",
      [{ code: "no_go", role: "product" }],
    ],
    [
      "an overruling holds: the role is signed, by a second person",
      two({ roles: [engineering, roleOf("product", "jonas", overruled("jonas"))] }),
      "go",
      [{ code: "overruled", role: "product" }],
    ],
    [
      "an overruling, and a blocker since",
      two({ undisposed: [gap], roles: [engineering, roleOf("product", "li", overruled("li"))] }),
      "pending",
      [
        { code: "overruled", role: "product" },
        { code: "blocker_undisposed", ...gap },
      ],
    ],
    [
      "an overruling, and a condition",
      two({
        conditions: [condition("open")],
        roles: [engineering, roleOf("product", "li", overruled("li"))],
      }),
      "conditional_go",
      [
        { code: "overruled", role: "product" },
        { code: "condition_open", ...gap },
      ],
    ],
    [
      "overruled, then worse: it is a no_go again",
      two({ roles: [engineering, roleOf("product", "li", overruled("li", false))] }),
      "no_go",
      [{ code: "no_go", role: "product" }],
    ],
    [
      "overruled, then a no_go in another role",
      two({
        roles: [roleOf("engineering", "jonas", noGo("jonas")), roleOf("product", "li", overruled("li"))],
      }),
      "no_go",
      [
        { code: "no_go", role: "engineering" },
        { code: "overruled", role: "product" },
      ],
    ],
    [
      "several things missing, worst first",
      two({
        undisposed: [gap],
        conditions: [condition("overdue")],
        roles: [roleOf("product", "li", goOf("li", { upToDate: false }))],
        today: "2027-02-01",
      }),
      "pending",
      [
        { code: "blocker_undisposed", ...gap },
        { code: "condition_overdue", ...gap },
        { code: "sign_off_out_of_date", role: "product" },
        { code: "signer_missing", role: "engineering" },
        { code: "second_person" },
        { code: "date_passed" },
      ],
    ],
  ])("%s", (_, facts, outcome, reasons) => {
    expect(outcomeOf(facts)).toMatchObject({ outcome, reasons });
  });

  it.each<[string, OutcomeFacts, boolean]>([
    ["a plain go", signedLaunch(), false],
    ["a no_go", two({ roles: [engineering, roleOf("product", "li", noGo("li"))] }), false],
    ["overruled", two({ roles: [engineering, roleOf("product", "li", overruled("li"))] }), true],
    [
      "overruled, then worse",
      two({ roles: [engineering, roleOf("product", "li", overruled("li", false))] }),
      false,
    ],
    [
      "overruled, and another no_go",
      two({
        roles: [roleOf("engineering", "jonas", noGo("jonas")), roleOf("product", "li", overruled("li"))],
      }),
      false,
    ],
  ])("over an objection: %s", (_, facts, expected) => {
    expect(outcomeOf(facts).overObjection).toBe(expected);
  });
});
