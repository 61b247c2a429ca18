import { describe, expect, it } from "vitest";
import { bodyOfDispose, closedTo, type DisposeDraft, disposeProblems, startOfDispose } from "./dispose-draft";
import { keyKind } from "./dispose-keys";
import { ANA, aGap } from "./testing-launch";

const LAUNCH = { targetDate: "2026-12-09" };
const TODAY = "2026-11-30";
const draft = (some: Partial<DisposeDraft>): DisposeDraft => ({
  ...startOfDispose(aGap(), LAUNCH, TODAY),
  ...some,
});

describe("a decision about a gap", () => {
  it("begins with what is planned already where it fits, else with the last day that does", () => {
    expect(startOfDispose(aGap({ owner: ANA, dueOn: "2026-12-03" }), LAUNCH, TODAY)).toMatchObject({
      ...{ kind: null, owner: ANA, dueOn: "2026-12-03", until: "2026-12-16" },
    });
    expect(startOfDispose(aGap({ dueOn: "2026-12-20" }), LAUNCH, TODAY).dueOn).toBe("2026-12-08");
    expect(startOfDispose(aGap(), { targetDate: TODAY }, TODAY).dueOn).toBe("");
  });

  it.each<[string, Partial<DisposeDraft>, string[]]>([
    ["without a kind", {}, ["kind"]],
    ["a critical yes needs a reason", { kind: "fixed" }, ["reason"]],
    ["or evidence", { kind: "fixed", evidence: [{ label: "", url: "https://a.example" }] }, []],
    [
      "evidence has an address",
      { kind: "fixed", reason: "x", evidence: [{ label: "Test", url: "nowhere" }] },
      ["evidence.0.url"],
    ],
    ["an empty line of evidence is none", { kind: "fixed", evidence: [{ label: "", url: "" }] }, ["reason"]],
    ["a condition has an owner", { kind: "fix_before" }, ["owner"]],
    ["and a day before the launch", { kind: "fix_before", owner: ANA, dueOn: "2026-12-09" }, ["dueOn"]],
    ["that is to come", { kind: "fix_before", owner: ANA, dueOn: "2026-11-29" }, ["dueOn"]],
    ["a risk is accepted for a reason", { kind: "accept", reason: " " }, ["reason"]],
    ["and for a week after the launch", { kind: "accept", reason: "x", until: "2026-12-15" }, ["until"]],
    ["at most as long as its tier takes", { kind: "accept", reason: "x", until: "2027-03-01" }, ["until"]],
    ["not for us has a reason", { kind: "not_applicable" }, ["reason"]],
  ])("%s", (_, some, fields) => {
    const problems = disposeProblems(draft(some), aGap(), LAUNCH, { tier: 1, today: TODAY });
    expect(Object.keys(problems)).toEqual(fields);
  });

  it("of what is not critical a yes needs nothing more", () => {
    const other = aGap({ critical: false });
    expect(disposeProblems(draft({ kind: "fixed" }), other, LAUNCH, { tier: 1, today: TODAY })).toEqual({});
  });

  it("sends what its kind needs, and nothing that was typed for another", () => {
    const typed = { reason: "No faxes.", owner: ANA, evidence: [{ label: "", url: "" }] };
    const place = { service: "checkout", question: "secrets" };
    expect(bodyOfDispose(draft({ ...typed, kind: "fixed" }), aGap(), 3)).toEqual({
      ...{ ...place, kind: "fixed", expectedVersion: 3, reason: "No faxes.", evidence: [] },
    });
    expect(bodyOfDispose(draft({ ...typed, kind: "fix_before" }), aGap(), 3)).toEqual({
      ...{ ...place, kind: "fix_before", owner: ANA, dueOn: "2026-12-08" },
    });
    expect(bodyOfDispose(draft({ ...typed, kind: "not_applicable" }), aGap(), 3)).toEqual({
      ...{ ...place, kind: "not_applicable", expectedVersion: 3, reason: "No faxes." },
    });
    expect(() => bodyOfDispose(draft({}), aGap(), 3)).toThrow(RangeError);
  });

  it("is closed to who may not answer, to a risk that nobody knows, and to a day that is gone", () => {
    const here = { can: { answer: true, plan: true }, tier: 1 as const, today: TODAY };
    const barred = { ...here, can: { answer: false, plan: true } };
    const why = (...rest: Parameters<typeof closedTo>) => closedTo(...rest);
    expect(why("fixed", aGap(), LAUNCH, here)).toBeNull();
    expect(why("fixed", aGap(), LAUNCH, barred)).toContain("team");
    expect(why("accept", aGap(), LAUNCH, here)).toBeNull();
    expect(why("accept", aGap({ given: "unclear" }), LAUNCH, here)).toContain("Answer it first");
    expect(why("accept", aGap({ stale: true }), LAUNCH, here)).toContain("stale");
    expect(why("accept", aGap({ waiverAsked: true }), LAUNCH, here)).toContain("already");
    expect(why("accept", aGap(), { targetDate: "2027-02-25" }, here)).toContain("90 days");
    expect(why("accept", aGap(), { targetDate: "2027-02-25" }, { ...here, tier: 2 })).toBeNull();
    expect(why("fix_before", aGap(), { targetDate: TODAY }, here)).toContain("No day");
  });
});

it.each([
  ["1", {}, "fixed"],
  ["4", {}, "not_applicable"],
  ["5", {}, null],
  ["2", { ctrlKey: true }, null],
  ["Enter", {}, null],
])("key %s with %j means %s", (key, mods, kind) => {
  expect(keyKind({ key, ctrlKey: false, metaKey: false, altKey: false, ...mods })).toBe(kind);
});
