import { describe, expect, it } from "vitest";
import { gapOf, happened, launchOf, PEOPLE } from "../../testing/launch-story";
import type { LaunchEvent } from "./events";
import { minutesOf } from "./minutes";
import { agendaTexts } from "./minutes-gaps";

const timeouts = gapOf("timeouts", "Time limits on every outgoing call");
const logs = gapOf("logs", "Errors carry a request id");
const textsOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);
const disposed = (
  when: string,
  gap: typeof timeouts,
  decided: Extract<LaunchEvent, { kind: "disposed" }>["decided"],
  disposition = "first",
) => happened(when, "ana", "disposed", { disposition, gap, decided });
const fixBefore = (when: string, dueOn = "2026-11-20", disposition = "first") =>
  disposed(when, timeouts, { kind: "fix_before", owner: PEOPLE.jonas, dueOn }, disposition);
const accept = (when: string) =>
  disposed(when, timeouts, { kind: "accept", reason: "Rare.", until: "2027-01-31" });
const ended = (when: string) =>
  happened(when, null, "waiver_decided", {
    ...{ gap: timeouts, decision: "ended", until: null, reason: "", soleDecider: false },
  });
const waiver = (when: string, decision: "granted" | "refused", soleDecider = false) =>
  happened(when, "mira", "waiver_decided", {
    gap: timeouts,
    decision,
    until: decision === "granted" ? "2027-01-31" : null,
    reason: decision === "refused" ? "Not rare." : "",
    soleDecider,
  });

describe("L9: what was decided about gaps", () => {
  it.each<[string, LaunchEvent[], string[]]>([
    [
      "fixed without evidence is claimed",
      [disposed("10 09:00", timeouts, { kind: "fixed", reason: "", withEvidence: false })],
      [
        "Ana Kirsch claimed on 10 November, without evidence, that “Time limits on every outgoing call” (Checkout) is fixed.",
      ],
    ],
    [
      "not for us",
      [disposed("10 09:00", timeouts, { kind: "not_applicable", reason: "No calls." })],
      [
        "Ana Kirsch said on 10 November that “Time limits on every outgoing call” (Checkout) is not for us: “No calls.”",
      ],
    ],
    [
      "a waiver refused, then to be fixed",
      [accept("10 09:00"), waiver("11 09:00", "refused"), fixBefore("12 09:00")],
      [
        "Ana Kirsch asked on 10 November to accept the risk of “Time limits on every outgoing call” (Checkout) until 31 January 2027: “Rare.” " +
          "Mira Okafor refused to accept it: “Not rare.” It was decided again later.",
        "“Time limits on every outgoing call” (Checkout) is to be fixed by Jonas Berg by 20 November (Ana Kirsch, 12 November).",
      ],
    ],
    [
      "a waiver that nobody decided on",
      [accept("10 09:00")],
      [
        "Ana Kirsch asked on 10 November to accept the risk of “Time limits on every outgoing call” (Checkout) until 31 January 2027: “Rare.” " +
          "Nobody else has decided on it.",
      ],
    ],
    [
      "granted by who asked, and ended",
      [accept("10 09:00"), waiver("11 09:00", "granted", true), ended("20 09:00")],
      [
        "Ana Kirsch asked on 10 November to accept the risk of “Time limits on every outgoing call” (Checkout) until 31 January 2027: “Rare.” " +
          "Mira Okafor, who asked and is the only one who can decide, accepted it until 31 January 2027. It is no longer accepted.",
      ],
    ],
    [
      "granted, and revoked by somebody",
      [
        accept("10 09:00"),
        waiver("11 09:00", "granted"),
        happened("20 09:00", "sam", "waiver_decided", {
          ...{ gap: timeouts, decision: "ended", until: null, reason: "It came true.", soleDecider: false },
        }),
      ],
      [
        "Ana Kirsch asked on 10 November to accept the risk of “Time limits on every outgoing call” (Checkout) until 31 January 2027: “Rare.” " +
          "Mira Okafor accepted it until 31 January 2027. Sam Adeyemi no longer accepts it: “It came true.”",
      ],
    ],
  ])("%s", (_, events, expected) => {
    expect(textsOf(minutesOf(events, launchOf()).dispositions)).toEqual(expected);
  });

  const change = (when: string, what: Extract<LaunchEvent, { kind: "condition_changed" }>["change"]) =>
    happened(when, what.change === "overdue" ? null : "ana", "condition_changed", {
      condition: "first",
      gap: timeouts,
      owner: PEOPLE.jonas,
      change: what,
    });
  it.each<[string, LaunchEvent[], [state: string, late: boolean, story: string][]]>([
    ["open", [fixBefore("10 09:00")], [["open", false, "Open."]]],
    [
      "met late",
      [
        fixBefore("10 09:00"),
        change("21 00:00", { change: "overdue" }),
        change("22 09:00", { change: "met", late: true }),
      ],
      [["met", true, "Not done by its day. Done on 22 November, late."]],
    ],
    [
      "put off, in other hands",
      [
        fixBefore("10 09:00"),
        change("21 00:00", { change: "overdue" }),
        change("21 09:00", { change: "moved", from: "2026-11-20", to: "2026-11-25" }),
        change("21 10:00", { change: "handed_over", from: PEOPLE.jonas, to: PEOPLE.mira }),
      ],
      [
        [
          "open",
          true,
          "Not done by its day. Moved on 21 November to 25 November by Ana Kirsch. Handed over on 21 November from Jonas Berg to Mira Okafor.",
        ],
      ],
    ],
    [
      "withdrawn at the instant at which another is made",
      [
        fixBefore("10 09:00"),
        fixBefore("12 09:00", "2026-11-25", "second"),
        change("12 09:00", { change: "withdrawn" }),
      ],
      [
        ["withdrawn", false, "Withdrawn on 12 November by Ana Kirsch."],
        ["open", false, "Open."],
      ],
    ],
    [
      "that nobody is asked about any more",
      [
        fixBefore("10 09:00"),
        happened("12 09:00", null, "condition_changed", {
          ...{ condition: "first", gap: timeouts, owner: PEOPLE.jonas, change: { change: "withdrawn" } },
        }),
      ],
      [["withdrawn", false, "No longer needed since 12 November."]],
    ],
    [
      "met, and broken before the launch",
      [
        fixBefore("10 09:00"),
        change("15 09:00", { change: "met", late: false }),
        change("16 09:00", { change: "broken", verdict: "partly" }),
      ],
      [["met", false, "Done on 15 November. Broken since 16 November: the answer is partly."]],
    ],
  ])("a condition %s", (_, events, expected) => {
    const promised = /^Jonas Berg, by \d+ November: “Time limits on every outgoing call” \(Checkout\)\. /;
    expect(
      minutesOf(events, launchOf()).conditions.map(({ state, late, text }) => [
        state,
        late,
        text.replace(promised, ""),
      ]),
    ).toEqual(expected);
  });

  it("carried gaps are counted and priced once, without those that were decided since", () => {
    const carried = (when: string, ...gaps: [typeof logs, number | null][]) =>
      happened(when, "ana", "carried", {
        gaps: gaps.map(([gap, expectedLoss]) => ({ ...gap, expectedLoss })),
      });
    const of = (...events: LaunchEvent[]) => minutesOf(events, launchOf()).carried;
    expect(of()).toEqual({ count: 0, expectedLoss: null, text: "No other gap was carried." });
    expect(of(carried("10 09:00", [logs, 900], [timeouts, 50]), carried("11 09:00", [logs, 1_200]))).toEqual({
      count: 2,
      expectedLoss: 1_250,
      text: "Two other gaps were carried, then about €1.3k a year.",
    });
    expect(of(carried("10 09:00", [logs, null], [timeouts, 50]), fixBefore("11 09:00"))).toEqual({
      count: 1,
      expectedLoss: null,
      text: "One other gap was carried.",
    });
  });

  it("an agenda has a line for each point; three and more that were carried have one together", () => {
    const named = (name: string, serviceName = "Checkout") => ({
      ...gapOf(name, `Title of ${name}`),
      serviceName,
    });
    const others = [named("a"), named("b"), named("c", "Ledger API")];
    const agenda = [timeouts, ...others].map((gap) => ({
      ...gap,
      part: "gap" as const,
      verdict: "no" as const,
    }));
    const events = (count: number) => [
      happened("10 09:00", "ana", "meeting_started", { agenda }),
      happened("10 09:30", "ana", "carried", {
        gaps: others.slice(0, count).map((gap) => ({ ...gap, expectedLoss: null })),
      }),
    ];
    const read = (count: number) => agendaTexts(minutesOf(events(count), launchOf()).agenda);
    expect(read(3)).toEqual([
      "“Time limits on every outgoing call” (Checkout), a gap, no: nothing decided.",
      "Three gaps were carried: “Title of a”, “Title of b” (Checkout); “Title of c” (Ledger API).",
    ]);
    expect(read(2)).toHaveLength(4);
  });

  it("each meeting has its agenda, with what was decided by the next one", () => {
    const meeting = (when: string) =>
      happened(when, "ana", "meeting_started", { agenda: [{ ...timeouts, part: "blocker", verdict: "no" }] });
    const { agenda } = minutesOf(
      [meeting("10 09:00"), meeting("12 09:00"), fixBefore("12 10:00")],
      launchOf(),
    );
    expect(agenda.map(({ meeting: number, text }) => `${number} ${text}`)).toEqual([
      "1 “Time limits on every outgoing call” (Checkout), a blocker, no: nothing decided.",
      "2 “Time limits on every outgoing call” (Checkout), a blocker, no: to be fixed by Jonas Berg by 20 November.",
    ]);
  });
});
