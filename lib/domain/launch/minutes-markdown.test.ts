import { expect, it } from "vitest";
import { gapOf, happened, launchOf, PEOPLE, signedOff } from "../../testing/launch-story";
import type { LaunchEvent } from "./events";
import { minutesOf } from "./minutes";
import { minutesMarkdown } from "./minutes-markdown";

const timeouts = gapOf("timeouts", "Time limits on every outgoing call");
const restore = gapOf("restore", "Restore rehearsed and timed");
const refunds = gapOf("refunds", "Refunds survive a retry");
const payments = gapOf("payments", "Payments taken once");
const faxes = gapOf("faxes", "Faxes are archived");
const logs = gapOf("logs", "Errors carry a request id");
const runbook = gapOf("runbook", "Runbook for a stuck queue");

/** A tier 1 launch: decided in a meeting, an answer gets worse, a no is overruled, launched, and one condition breaks. */
const story: LaunchEvent[] = [
  happened("2 08:00", "ana", "created", {
    title: "Checkout 3",
    targetDate: "2026-11-27",
    services: ["Checkout", "Ledger API"],
    facilitator: PEOPLE.ana,
  }),
  happened("3 08:00", "ana", "signer_named", { role: "security", signer: PEOPLE.li, deputy: PEOPLE.sam }),
  happened("4 08:00", "ana", "changed", {
    changes: [
      { field: "targetDate", from: "2026-11-24", to: "2026-11-27" },
      { field: "undo", from: "", to: "flag `checkout3` off, 2 minutes" },
    ],
    reason: "The tax service moves on the 25th.",
  }),
  happened("10 09:00", "ana", "meeting_started", {
    agenda: [
      { ...payments, part: "blocker", verdict: "no" },
      { ...timeouts, part: "blocker", verdict: "partly" },
      { ...restore, part: "blocker", verdict: "unclear" },
      { ...refunds, part: "blocker", verdict: "no" },
      { ...logs, part: "gap", verdict: "partly" },
      { ...runbook, part: "gap", verdict: "no" },
      { ...faxes, part: "not_applicable", verdict: "not_applicable" },
    ],
  }),
  happened("10 09:02", "mira", "disposed", {
    disposition: "payments",
    gap: payments,
    decided: { kind: "fixed", reason: "Keys are checked since Monday.", withEvidence: true },
  }),
  happened("10 09:04", "ana", "disposed", {
    disposition: "timeouts",
    gap: timeouts,
    decided: { kind: "fix_before", owner: PEOPLE.jonas, dueOn: "2026-11-20" },
  }),
  happened("10 09:06", "ana", "disposed", {
    disposition: "restore",
    gap: restore,
    decided: { kind: "fix_before", owner: PEOPLE.mira, dueOn: "2026-11-18" },
  }),
  happened("10 09:09", "jonas", "disposed", {
    disposition: "refunds",
    gap: refunds,
    decided: { kind: "accept", reason: "One a month, and support sees it.", until: "2027-01-31" },
  }),
  happened("10 09:12", "ana", "carried", {
    gaps: [
      { ...logs, expectedLoss: 6_000 },
      { ...runbook, expectedLoss: 3_000 },
    ],
  }),
  happened("10 14:00", "ana", "waiver_decided", {
    gap: refunds,
    decision: "granted",
    until: "2027-01-31",
    reason: "",
    soleDecider: false,
  }),
  signedOff("11 09:42", "jonas", "engineering"),
  signedOff("11 10:00", "sam", "product", { comment: "Before the holidays, please." }),
  signedOff("11 10:30", "li", "security", {
    decision: "no_go",
    comment: "Nobody has tried to use the old key.",
    lookAgainOn: "2026-11-20",
  }),
  happened("11 10:30", null, "outcome_changed", {
    from: "pending",
    to: "no_go",
    because: [{ code: "no_go", role: "security" }],
  }),
  happened("18 10:00", "jonas", "condition_changed", {
    condition: "timeouts",
    gap: timeouts,
    owner: PEOPLE.jonas,
    change: { change: "met", late: false },
  }),
  happened("18 23:00", null, "condition_changed", {
    condition: "restore",
    gap: restore,
    owner: PEOPLE.mira,
    change: { change: "overdue" },
  }),
  happened("19 15:00", "mira", "condition_changed", {
    condition: "restore",
    gap: restore,
    owner: PEOPLE.mira,
    change: { change: "met", late: true },
  }),
  happened("20 09:00", "ana", "overruled", {
    signOff: "security li 11 10:30",
    role: "security",
    signer: PEOPLE.li,
    reason: "The old key opens nothing since the 12th.",
    revision: "77aa",
  }),
  happened("20 09:00", null, "outcome_changed", {
    from: "no_go",
    to: "go",
    because: [{ code: "overruled", role: "security" }],
  }),
  happened("21 09:00", "jonas", "note", { text: "Support knows what to say." }),
  happened("27 08:00", "jonas", "closed", {
    as: "launched",
    closedOn: "2026-11-27",
    outcome: "go",
    reason: "",
  }),
  happened("28 08:00", "sam", "correction", { text: "Sam signed for product, not for security." }),
  happened("29 08:00", null, "condition_changed", {
    condition: "timeouts",
    gap: timeouts,
    owner: PEOPLE.jonas,
    change: { change: "broken", verdict: "no" },
  }),
];

it("minutes read as if a careful person had written them", () => {
  expect(minutesMarkdown(minutesOf(story, launchOf())).split("\n")).toEqual([
    "# Checkout 3: minutes",
    "",
    "Checkout 3 was launched on 27 November 2026 on a go, over the objection of Li Wen for security, overruled by Ana Kirsch.",
    "",
    "## Objections",
    "",
    "- Li Wen said no for security on 11 November at 11:30: “Nobody has tried to use the old key.” To be looked at again on 20 November. Ana Kirsch overruled it on 20 November at 10:00: “The old key opens nothing since the 12th.”",
    "",
    "## Agenda",
    "",
    "1. “Payments taken once” (Checkout), a blocker, no: fixed, with evidence.",
    "1. “Time limits on every outgoing call” (Checkout), a blocker, partly: to be fixed by Jonas Berg by 20 November.",
    "1. “Restore rehearsed and timed” (Checkout), a blocker, unclear: to be fixed by Mira Okafor by 18 November.",
    "1. “Refunds survive a retry” (Checkout), a blocker, no: its risk to be accepted until 31 January 2027.",
    "1. “Errors carry a request id” (Checkout), a gap, partly: carried.",
    "1. “Runbook for a stuck queue” (Checkout), a gap, no: carried.",
    "1. “Faxes are archived” (Checkout), critical, and not for us: left as it is.",
    "",
    "## Decisions",
    "",
    "- Mira Okafor answered yes to “Payments taken once” (Checkout) on 10 November, with evidence: “Keys are checked since Monday.”",
    "- “Time limits on every outgoing call” (Checkout) is to be fixed by Jonas Berg by 20 November (Ana Kirsch, 10 November).",
    "- “Restore rehearsed and timed” (Checkout) is to be fixed by Mira Okafor by 18 November (Ana Kirsch, 10 November).",
    "- Jonas Berg asked on 10 November to accept the risk of “Refunds survive a retry” (Checkout) until 31 January 2027: “One a month, and support sees it.” Ana Kirsch accepted it until 31 January 2027.",
    "",
    "## Conditions",
    "",
    "- Jonas Berg, by 20 November: “Time limits on every outgoing call” (Checkout). Done on 18 November.",
    "- Mira Okafor, by 18 November: “Restore rehearsed and timed” (Checkout). Not done by its day. Done on 19 November, late.",
    "",
    "## Carried",
    "",
    "Two other gaps were carried, then about €9k a year.",
    "",
    "## Sign-off",
    "",
    "- Engineering: go, Jonas Berg, 11 November at 10:42.",
    "- Product: go, Sam Adeyemi, 11 November at 11:00: “Before the holidays, please.”",
    "- Security: no-go, Li Wen, 11 November at 11:30: “Nobody has tried to use the old key.” To be looked at again on 20 November. Overruled by Ana Kirsch, 20 November at 10:00: “The old key opens nothing since the 12th.”",
    "",
    "## How it went",
    "",
    "- 2 November at 09:00: Ana Kirsch planned the launch of Checkout and Ledger API for 27 November.",
    "- 4 November at 09:00: Ana Kirsch changed the target date from 24 November to 27 November and how it is undone to “flag \\`checkout3\\` off, 2 minutes”: “The tax service moves on the 25th.”",
    "- 10 November at 10:00: The meeting started with seven points on its agenda.",
    "- 11 November at 11:30: The launch is a no-go: security said no.",
    "- 20 November at 10:00: The launch is a go: the no of security is overruled.",
    "- 21 November at 10:00: Jonas Berg noted: “Support knows what to say.”",
    "- 27 November at 09:00: Jonas Berg recorded that it was launched on 27 November.",
    "",
    "## Corrections",
    "",
    "- 28 November at 09:00: Sam Adeyemi corrected: “Sam signed for product, not for security.”",
    "",
    "## Since launch",
    "",
    "- 29 November at 09:00: The condition to fix “Time limits on every outgoing call” (Checkout) is broken: the answer is no now.",
    "",
    "## What was signed",
    "",
    "- The launch: `9f2c`",
    "- Engineering, go: `9f2c`",
    "- Product, go: `9f2c`",
    "- Security, no-go: `9f2c`",
    "- Security, overruled: `77aa`",
    "",
  ]);
});

it("text of people cannot become Markdown or HTML", () => {
  const text = "a\n# b <img src=x> [c](d) `e` *f* | g";
  const markdown = minutesMarkdown(
    minutesOf([happened("21 09:00", "jonas", "note", { text })], launchOf({ title: "<b>", state: "open" })),
  );
  expect(markdown).toContain("“a \\# b \\<img src=x\\> \\[c\\](d) \\`e\\` \\*f\\* \\| g”");
  expect(markdown).toContain("# \\<b\\>: minutes\n");
});
