import { describe, expect, it } from "vitest";
import { ANA, aGap, aLaunch } from "@/components/launch/testing-launch";
import type { Launch } from "@/lib/contracts/launches";
import {
  agendaProgress,
  besideStep,
  type MeetingGroup,
  meetingGroups,
  meetingSteps,
  shownGroups,
  stepAt,
  stepKey,
} from "./agenda-steps";

const place = (question: string) => ({ service: "checkout", question });
const on = (question: string, part: Launch["agenda"][number]["part"] = "blocker") => ({
  ...place(question),
  part,
});
const gap = (question: string, some: Parameters<typeof aGap>[0] = {}) =>
  aGap({ ...place(question), title: `Title of ${question}`, ...some });
const launchWith = (gaps: Launch["gaps"], agenda: Launch["agenda"], some: Partial<Launch> = {}) =>
  aLaunch({
    ...{ gaps, agenda },
    blockers: gaps
      .filter(({ blocker }) => blocker)
      .map((each) => ({
        ...place(each.question),
        disposition: each.disposition,
      })),
    ...some,
  });
const begun = (agenda: Launch["agenda"]) => ({ startedAt: "2026-11-30T10:00:00.000Z", agenda });
const told = (groups: readonly MeetingGroup[]) =>
  groups.map(({ title, points }) => [
    title,
    ...points.map(({ question, isDone }) => `${question}${isDone ? " done" : ""}`),
  ]);
const NOTHING = new Set<string>();

describe("L2: the agenda of a meeting on its screen", () => {
  it("before a meeting is what one would talk about now, by part", () => {
    const launch = launchWith(
      [gap("secrets"), gap("logs", { critical: false, blocker: false })],
      [on("secrets"), on("logs", "gap"), on("faxes", "not_applicable")],
      { agendaAnswers: [gap("faxes", { verdict: "not_applicable", given: "not_applicable" })] },
    );
    expect(told(meetingGroups(launch, {}, NOTHING))).toEqual([
      ["Blockers", "secrets"],
      ["Other gaps, by worth", "logs"],
      ["Critical, and not for us", "faxes"],
    ]);
  });

  it("once begun stays as it was: what is done keeps its place, what came later stands apart", () => {
    const launch = launchWith(
      [
        gap("secrets", { disposition: "d1" }),
        gap("refunds"),
        gap("limits", { waiver: { id: "w", until: "2027-01-31" } }),
      ],
      [on("secrets"), on("refunds")],
      {
        meeting: begun([on("secrets"), on("timeouts"), on("limits")]),
        blockers: [
          { ...place("secrets"), disposition: "d1" },
          { ...place("refunds"), disposition: null },
        ],
        dispositions: [
          {
            ...{ id: "d1", ...place("secrets"), kind: "fix_before" as const, by: ANA, reason: "" },
            ...{ at: "2026-11-30T10:05:00.000Z", supersededAt: null, waiver: null, condition: "c1" },
          },
        ],
      },
    );
    const questions = {
      "checkout timeouts": { title: "Time limits", area: "third_parties" as const, critical: true },
    };
    const groups = meetingGroups(launch, questions, NOTHING);
    expect(told(groups)).toEqual([
      ["Blockers", "secrets done", "timeouts done", "limits done"],
      ["1 new point since the start", "refunds"],
    ]);
    expect(groups[0]?.points.map(({ title }) => title)).toEqual([
      "Title of secrets",
      "Time limits",
      "Title of limits",
    ]);
  });

  it("a risk that waits for somebody else is not done, nor is an answer that is only looked at", () => {
    const launch = launchWith(
      [gap("secrets", { disposition: "d1", waiverAsked: true })],
      [on("secrets"), on("restore", "answer_ends")],
      {
        blockers: [{ ...place("secrets"), disposition: null }],
        agendaAnswers: [gap("restore", { verdict: "yes", given: "yes", blocker: false })],
      },
    );
    expect(told(meetingGroups(launch, {}, NOTHING))).toEqual([
      ["Blockers", "secrets"],
      ["Critical answers that end soon", "restore"],
    ]);
  });

  it("what is parked comes at the end, until it is decided", () => {
    const agenda = [on("secrets"), on("refunds")];
    const parked = new Set(["checkout/secrets"]);
    expect(told(meetingGroups(launchWith([gap("secrets"), gap("refunds")], agenda), {}, parked))).toEqual([
      ["Blockers", "refunds"],
      ["Parked", "secrets"],
    ]);
    expect(told(meetingGroups(launchWith([gap("refunds")], agenda), {}, parked))).toEqual([
      ["Blockers", "secrets done", "refunds"],
    ]);
  });

  it("of many other gaps it shows the first, and all of them where one beyond is asked for", () => {
    const names = Array.from({ length: 9 }, (_, index) => `gap${index}`);
    const gaps = names.map((name) => gap(name, { critical: false, blocker: false }));
    const groups = meetingGroups(
      launchWith(
        gaps,
        names.map((name) => on(name, "gap")),
      ),
      {},
      NOTHING,
    );
    const shown = (at: string, whole = false) => {
      const [group] = shownGroups(groups, { at, whole });
      return [group?.points.length, group?.hidden];
    };
    expect(shown("")).toEqual([6, 3]);
    expect(shown("checkout/gap7")).toEqual([9, 0]);
    expect(shown("", true)).toEqual([9, 0]);
    expect(agendaProgress(groups)).toEqual({ done: 0, total: 9 });
    const cut = meetingSteps(shownGroups(groups, { at: "", whole: false }), launchWith(gaps, []));
    expect(cut.find((step) => step.kind === "point")).toMatchObject({ place: 1, of: 9 });
  });
});

describe("where a meeting is", () => {
  const carriable = gap("logs", { critical: false, blocker: false });
  const launch = launchWith([gap("secrets"), carriable], [on("secrets"), on("logs", "gap")]);
  const steps = meetingSteps(meetingGroups(launch, {}, NOTHING), launch);
  const at = (address: string, isBegun = true) => stepKey(stepAt(steps, address, isBegun));

  it("goes from the preparation over every point to what is carried, then to the signatures", () => {
    expect(steps.map(stepKey)).toEqual(["prepare", "checkout/secrets", "checkout/logs", "carry", "sign"]);
    const nothingLeft = launchWith([gap("secrets")], [on("secrets")]);
    const short = meetingSteps(meetingGroups(nothingLeft, {}, NOTHING), nothingLeft);
    expect(short.map(stepKey)).toEqual(["prepare", "checkout/secrets", "sign"]);
  });

  it.each([
    ["checkout/logs", true, "checkout/logs"],
    ["sign", true, "sign"],
    ["", false, "prepare"],
    ["", true, "checkout/secrets"],
    ["checkout/gone", true, "checkout/secrets"],
    ["checkout/gone", false, "prepare"],
  ])("an address at %j, begun: %j, is at %s", (address, isBegun, expected) => {
    expect(at(address, isBegun)).toBe(expected);
  });

  it("is at the signatures when everything is done", () => {
    const done = launchWith([], [], { meeting: begun([on("secrets")]) });
    const all = meetingSteps(meetingGroups(done, {}, NOTHING), done);
    expect(stepKey(stepAt(all, "", true))).toBe("sign");
  });

  it("goes on and back, and no further than its ends", () => {
    const [first] = steps;
    const last = steps.at(-1);
    if (!first || !last) throw new RangeError("no steps");
    const key = (step: ReturnType<typeof besideStep>) => step && stepKey(step);
    expect(key(besideStep(steps, first, 1))).toBe("checkout/secrets");
    expect([besideStep(steps, first, -1), besideStep(steps, last, 1)]).toEqual([null, null]);
  });
});
