import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/client/request";
import { instantAt, localOf } from "./local-time";
import { bodyOfPlan, draftOfPlan, needsSigningAgain, planErrors, planProblems } from "./plan-draft";
import { refusedSignOff } from "./refused-sign-off";
import { aLaunch } from "./testing-launch";

const ZONE = "Europe/Berlin";
const base = draftOfPlan(aLaunch({ meetingAt: "2026-12-02T09:00:00.000Z", delayCostPerWeek: 40_000 }), ZONE);

describe("the plan of a launch", () => {
  it("is typed as text, and sent as what was changed", () => {
    expect(base).toMatchObject({ meetingDay: "2026-12-02", meetingTime: "10:00", delayCostPerWeek: "40000" });
    expect(bodyOfPlan(base, base, ZONE)).toEqual({});
    const draft = { ...base, undoWho: "Jonas", meetingTime: "11:30", delayCostPerWeek: "50,000" };
    expect(bodyOfPlan(base, draft, ZONE)).toEqual({
      undo: { how: "", who: "Jonas" },
      meetingAt: "2026-12-02T10:30:00.000Z",
      delayCostPerWeek: 50_000,
    });
    expect(bodyOfPlan(base, { ...base, meetingDay: "", meetingTime: "" }, ZONE)).toEqual({ meetingAt: null });
  });

  it("says what is missing", () => {
    const draft = {
      ...base,
      title: " ",
      services: [],
      targetDate: "",
      facilitator: "",
      meetingDay: "",
      delayCostPerWeek: "much",
    };
    expect(Object.keys(planProblems(draft))).toEqual([
      ...["title", "services", "targetDate", "facilitator", "meetingDay", "delayCostPerWeek"],
    ]);
    expect(planProblems(base)).toEqual({});
  });

  it("puts what the server says beside the field that it is about", () => {
    expect(planErrors({ "services.0": "a", meetingAt: "b", "undo.who": "c", title: "d" })).toEqual({
      ...{ services: "a", meetingDay: "b", undoWho: "c", title: "d" },
    });
  });

  it.each([
    [{ title: "Checkout 4" }, false],
    [{ what: "More" }, true],
    [{ services: ["ledger"] }, true],
    [{ targetDate: "2026-12-08" }, true],
    [{ targetDate: "2026-12-10" }, false],
  ])("changed by %j has to be signed again: %s", (change, again) => {
    expect(needsSigningAgain(base, { ...base, ...change })).toBe(again);
  });
});

describe("a time of a day in a zone", () => {
  it.each([
    ["2026-12-02", "10:00", "2026-12-02T09:00:00.000Z"],
    ["2026-03-29", "12:00", "2026-03-29T10:00:00.000Z"],
    ["2026-03-29", "01:30", "2026-03-29T00:30:00.000Z"],
    ["2026-10-25", "12:00", "2026-10-25T11:00:00.000Z"],
    ["2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ])("%s %s is %s", (day, time, instant) => {
    expect(instantAt(day, time, ZONE)).toBe(instant);
    expect(localOf(instant, ZONE)).toEqual({ day, time });
  });
});

it("reads why a signature was refused", () => {
  const of = (code: string, more = {}) =>
    refusedSignOff(
      new ApiProblem({ type: "", title: "", status: 409, code, detail: "", requestId: "", ...more }),
    );
  expect(of("reauthentication_required")).toEqual({ kind: "password" });
  expect(of("blockers_open", { blockers: [{ service: "a", question: "b" }] })).toEqual({
    kind: "blockers",
    blockers: [{ service: "a", question: "b" }],
  });
  expect(
    of("state_worse", { worse: [{ code: "what_changed", service: null, before: "a", after: "b" }] }),
  ).toEqual({
    kind: "worse",
    worse: [{ code: "what_changed", service: null, question: null, before: "a", after: "b", version: null }],
  });
  expect(of("unknown_revision")).toEqual({ kind: "worse", worse: [] });
  expect(of("signed_by_other")).toEqual({ kind: "other" });
  expect(refusedSignOff(new TypeError("offline"))).toEqual({ kind: "other" });
});
