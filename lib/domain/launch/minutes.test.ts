import { describe, expect, it } from "vitest";
import { gapOf, happened, launchOf, PEOPLE, signedOff } from "../../testing/launch-story";
import type { LaunchEvent } from "./events";
import { type MinutesLaunch, minutesOf } from "./minutes";
import type { Outcome } from "./vocabulary";

const timeouts = gapOf("timeouts", "Time limits on every outgoing call");
const open = (outcome: Outcome, conditionsOpen = 0) => launchOf({ state: "open", outcome, conditionsOpen });
const closed = (outcome: Outcome, reason = "", as: "launched" | "called_off" = "launched") =>
  happened("27 08:00", "ana", "closed", { as, closedOn: "2026-11-27", outcome, reason });
const no = signedOff("11 10:30", "li", "security", {
  decision: "no_go",
  comment: "Keys leak.",
  lookAgainOn: "2026-11-20",
});
const overruled = happened("12 09:00", "ana", "overruled", {
  signOff: "security li 11 10:30",
  role: "security",
  signer: PEOPLE.li,
  reason: "They are gone.",
  revision: "77aa",
});
const replaced = happened("12 09:00", "ana", "signer_replaced", {
  role: "security",
  from: PEOPLE.li,
  to: PEOPLE.mira,
  decision: "no_go",
  reason: "Li is away.",
});
const textsOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe("L9: the first line of minutes", () => {
  it.each<[LaunchEvent[], MinutesLaunch, string]>([
    [[], open("pending"), "Checkout 3, to be launched on 27 November 2026, is not decided."],
    [
      [],
      open("conditional_go", 2),
      "Checkout 3, to be launched on 27 November 2026, is a go on two conditions.",
    ],
    [
      [no],
      open("no_go"),
      "Checkout 3, to be launched on 27 November 2026, is a no-go, after the no of Li Wen for security.",
    ],
    [[closed("go")], launchOf(), "Checkout 3 was launched on 27 November 2026 on a go."],
    [
      [closed("conditional_go", "The date is announced.")],
      launchOf({ conditionsOpen: 1 }),
      "Checkout 3 was launched on 27 November 2026 without a go, with one condition open. Ana Kirsch gave the reason: “The date is announced.”",
    ],
    [
      [no, closed("no_go", "The date is announced.")],
      launchOf(),
      "Checkout 3 was launched on 27 November 2026 without a go, on a no-go, against the no of Li Wen for security. Ana Kirsch gave the reason: “The date is announced.”",
    ],
    [
      [closed("pending", "We cannot wait")],
      launchOf(),
      "Checkout 3 was launched on 27 November 2026 without a go, while nothing was decided. Ana Kirsch gave the reason: “We cannot wait”.",
    ],
    [
      [no, overruled, closed("go")],
      launchOf(),
      "Checkout 3 was launched on 27 November 2026 on a go, over the objection of Li Wen for security, overruled by Ana Kirsch.",
    ],
    [
      [no, replaced, signedOff("13 10:00", "mira", "security"), closed("go")],
      launchOf(),
      "Checkout 3 was launched on 27 November 2026 on a go, over the objection of Li Wen for security, who was replaced by Mira Okafor.",
    ],
    [
      [no, replaced],
      open("no_go"),
      "Checkout 3, to be launched on 27 November 2026, is a no-go, after the no of Li Wen for security, who was replaced by Mira Okafor.",
    ],
    [
      [
        signedOff("11 10:30", "sam", "security", { decision: "no_go", deputyFor: PEOPLE.li }),
        signedOff("12 10:00", "li", "security"),
      ],
      open("go"),
      "Checkout 3, to be launched on 27 November 2026, is a go, over the objection of Sam Adeyemi for security, in whose place Li Wen signed.",
    ],
    [
      [no, signedOff("13 10:00", "li", "security"), closed("go")],
      launchOf(),
      "Checkout 3 was launched on 27 November 2026 on a go.",
    ],
    [
      [no, closed("no_go", "", "called_off")],
      launchOf({ state: "called_off" }),
      "Checkout 3 was called off on 27 November 2026, after the no of Li Wen for security.",
    ],
    [
      [closed("pending", "The tax service is late.", "called_off")],
      launchOf({ state: "called_off" }),
      "Checkout 3 was called off on 27 November 2026. Ana Kirsch gave the reason: “The tax service is late.”",
    ],
  ])("%#", (events, launch, expected) => {
    expect(minutesOf(events, launch).firstLine).toBe(expected);
  });

  it("a replaced no_go says who replaced whom, and why", () => {
    const events = [no, replaced, signedOff("13 10:00", "mira", "security")];
    expect(textsOf(minutesOf(events, open("go")).objections)).toEqual([
      "Li Wen said no for security on 11 November at 11:30: “Keys leak.” To be looked at again on 20 November. " +
        "Ana Kirsch replaced Li Wen by Mira Okafor on 12 November: “Li is away.” Mira Okafor signed in their place on 13 November at 11:00.",
    ]);
  });

  it("overruled, then a new no_go: the new one stands", () => {
    const again = signedOff("14 10:00", "li", "security", { decision: "no_go", comment: "They are back." });
    const { objections, signOffs } = minutesOf([no, overruled, again], open("no_go"));
    expect(objections.map(({ comment, overruledBy }) => [comment, overruledBy])).toEqual([
      ["They are back.", null],
    ]);
    expect(signOffs.map(({ inForce, overruling }) => [inForce, overruling?.reason])).toEqual([
      [false, "They are gone."],
      [true, undefined],
    ]);
  });
});

describe("L9: what is frozen, and what comes later", () => {
  it("corrections are appended whenever they come, and what happens after the closing stands apart", () => {
    const events = [
      happened("28 09:00", null, "condition_changed", {
        condition: "timeouts",
        gap: timeouts,
        owner: PEOPLE.jonas,
        change: { change: "overdue" },
      }),
      happened("28 10:00", "sam", "review", { text: "We knew." }),
      happened("10 09:00", "ana", "disposed", {
        disposition: "timeouts",
        gap: timeouts,
        decided: { kind: "fix_before", owner: PEOPLE.jonas, dueOn: "2026-11-20" },
      }),
      happened("11 09:00", "sam", "correction", { text: "First." }),
      closed("conditional_go", "Announced."),
      happened("28 11:00", "sam", "correction", { text: "Second." }),
    ];
    const minutes = minutesOf(events, launchOf({ conditionsOpen: 1 }));
    expect(minutes.conditions.map(({ state }) => state)).toEqual(["open"]);
    expect(minutes.corrections.map(({ when, text }) => `${when} ${text}`)).toEqual([
      "11 November at 10:00 Sam Adeyemi corrected: “First.”",
      "28 November at 12:00 Sam Adeyemi corrected: “Second.”",
    ]);
    expect(textsOf(minutes.sinceLaunch)).toEqual([
      "“Time limits on every outgoing call” (Checkout) was not fixed by its day; Jonas Berg had promised it.",
      "Sam Adeyemi reviewed the launch: “We knew.”",
    ]);
  });

  it("tells how it went: changes with their reasons, roles taken off, why an outcome changed", () => {
    const events = [
      happened("3 09:00", "ana", "changed", {
        changes: [
          { field: "targetDate", from: "2026-11-27", to: "2027-01-12" },
          { field: "worth", from: "a lot", to: "" },
          { field: "services", from: "Checkout", to: "Checkout, Ledger API" },
        ],
        reason: "Holidays.",
      }),
      happened("4 09:00", "ana", "role_taken_off", { role: "security", reason: "It never was tier 1." }),
      happened("5 09:00", null, "outcome_changed", {
        from: "go",
        to: "pending",
        because: [
          { code: "blocker_undisposed", service: "checkout", question: "timeouts", title: "Time limits" },
          { code: "condition_overdue", service: "checkout", question: "logs" },
          { code: "sign_off_out_of_date", role: "engineering" },
          { code: "sign_off_out_of_date", role: "product" },
          { code: "signer_missing", role: "security" },
          { code: "sign_off_missing", role: "reliability" },
          { code: "second_person" },
          { code: "date_passed" },
        ],
        worse: ["“Time limits” went from yes to no", "Ledger API came onto the launch"],
      }),
      happened("5 10:00", null, "outcome_changed", {
        from: "no_go",
        to: "pending",
        because: [{ code: "second_person" }],
      }),
      happened("6 09:00", null, "outcome_changed", {
        from: "pending",
        to: "conditional_go",
        because: [
          {
            code: "condition_open",
            service: "checkout",
            question: "logs",
            title: "Errors carry a request id",
          },
        ],
      }),
      happened("7 09:00", null, "outcome_changed", { from: "conditional_go", to: "go", because: [] }),
      happened("8 09:00", "ana", "signer_replaced", {
        ...{ role: "product", from: PEOPLE.sam, to: PEOPLE.li, decision: null, reason: "Sam left." },
      }),
    ];
    expect(textsOf(minutesOf(events, launchOf()).course)).toEqual([
      "Ana Kirsch changed the target date from 27 November to 12 January 2027, what it is worth to nothing and the services from Checkout to Checkout, Ledger API: “Holidays.”",
      "Ana Kirsch took off the role security: “It never was tier 1.”",
      "The launch is not decided any more, since “Time limits” went from yes to no and Ledger API came onto the launch: “Time limits” waits for a decision, “logs” was not fixed by its day, engineering and product have to sign again, nobody is named for security, reliability has not signed and a week has passed since the target date.",
      "The launch is not decided: a second person has not signed.",
      "The launch is a go with conditions: “Errors carry a request id” is to be fixed.",
      "The launch is a go.",
      "Ana Kirsch replaced Sam Adeyemi by Li Wen for product: “Sam left.”",
    ]);
  });

  it("says so where one person signed because there is no other", () => {
    expect(minutesOf([], launchOf({ onlyPerson: true })).remark).toBe(
      "Two people would have had to sign; one did, because the organisation has no other.",
    );
    expect(minutesOf([], launchOf()).remark).toBeNull();
  });

  it("a deputy signs for somebody", () => {
    const signed = signedOff("11 10:30", "sam", "security", { deputyFor: PEOPLE.li });
    expect(textsOf(minutesOf([signed, no], launchOf()).signOffs)[0]).toBe(
      "Security: go, Sam Adeyemi for Li Wen, 11 November at 11:30. Signed again later.",
    );
  });
});
