import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asked, serviceOf } from "../../testing/launch-states";
import { openness } from "../exposure";
import { type AnswerState, VERDICTS } from "../vocabulary";
import { isBlocker, isCounting, type QuestionState } from "./facts";
import { serviceWorse, type Worse } from "./worse";

const waiver = { id: "w1", until: "2027-01-31" };
const minor = { critical: false };
const stale = { stale: true };
type Found = Pick<Worse, "code" | "before" | "after"> | null;
const found = (code: Worse["code"], before: string, after: string): Found => ({ code, before, after });
const compare = (seen: QuestionState[], then: QuestionState[]) =>
  serviceWorse(serviceOf(...seen), serviceOf(...then));

describe("L5: what got worse of a question", () => {
  it.each<[string, QuestionState, QuestionState, Found]>([
    ["yes to no", asked("yes"), asked("no"), found("verdict_worse", "yes", "no")],
    ["yes to partly", asked("yes"), asked("partly"), found("verdict_worse", "yes", "partly")],
    ["partly to unclear", asked("partly"), asked("unclear"), found("verdict_worse", "partly", "unclear")],
    ["no to unclear is as open", asked("no"), asked("unclear"), null],
    ["unanswered to no is as open", asked("unanswered"), asked("no"), null],
    ["no to yes", asked("no"), asked("yes"), null],
    [
      "a question that is not critical",
      asked("yes", minor),
      asked("no", minor),
      found("verdict_worse", "yes", "no"),
    ],
    [
      "not for us to no",
      asked("not_applicable"),
      asked("no"),
      found("verdict_worse", "not_applicable", "no"),
    ],
    ["not for us to yes", asked("not_applicable"), asked("yes"), null],
    [
      "weakened to not applicable",
      asked("no"),
      asked("not_applicable"),
      found("question_dropped", "no", "not_applicable"),
    ],
    [
      "even a yes",
      asked("yes", minor),
      asked("not_applicable", minor),
      found("question_dropped", "yes", "not_applicable"),
    ],
    [
      "a stale not for us is confirmed as it was",
      asked("not_applicable", stale),
      asked("not_applicable"),
      null,
    ],
    ["critical and stale", asked("yes"), asked("yes", stale), found("critical_stale", "yes", "stale")],
    [
      "critical, open already, and stale",
      asked("no"),
      asked("no", stale),
      found("critical_stale", "no", "stale"),
    ],
    ["stale in both", asked("yes", stale), asked("yes", stale), null],
    ["stale, then confirmed", asked("yes", stale), asked("yes"), null],
    ["stale, then better", asked("partly", stale), asked("yes"), null],
    [
      "stale, then worse than it was",
      asked("yes", stale),
      asked("partly"),
      found("verdict_worse", "yes", "partly"),
    ],
    ["stale and not critical", asked("yes", minor), asked("yes", { ...minor, ...stale }), null],
    [
      "not for us, and stale since the tier changed",
      asked("not_applicable"),
      asked("not_applicable", stale),
      found("critical_stale", "not_applicable", "stale"),
    ],
    [
      "a waiver ended with its gap open",
      asked("no", { waiver }),
      asked("no"),
      found("waiver_ended", "2027-01-31", "ended"),
    ],
    [
      "the same of a gap that is not critical",
      asked("no", { ...minor, waiver }),
      asked("no", minor),
      found("waiver_ended", "2027-01-31", "ended"),
    ],
    ["it ended because the gap closed", asked("no", { waiver }), asked("yes"), null],
    [
      "it ended because the answer got worse, which says more",
      asked("partly", { waiver }),
      asked("no"),
      found("verdict_worse", "partly", "no"),
    ],
    [
      "a renewed waiver",
      asked("no", { waiver }),
      asked("no", { waiver: { id: "w2", until: "2027-06-30" } }),
      null,
    ],
    ["a granted waiver", asked("no"), asked("no", { waiver }), null],
    [
      "it ended and the answer went stale: what a confirmation does not mend is named",
      asked("no", { waiver }),
      asked("no", stale),
      found("waiver_ended", "2027-01-31", "ended"),
    ],
    [
      "ageing alone does not end it",
      asked("no", { waiver }),
      asked("no", { waiver, ...stale }),
      found("critical_stale", "no", "stale"),
    ],
    [
      "a checklist made an open question critical",
      asked("no", minor),
      asked("no"),
      found("blocker_appeared", "not_critical", "critical"),
    ],
    [
      "critical and stale at once, open by its verdict too",
      asked("no", minor),
      asked("no", stale),
      found("blocker_appeared", "not_critical", "critical"),
    ],
    [
      "critical and stale at once, a confirmation mends both",
      asked("yes", minor),
      asked("yes", stale),
      found("critical_stale", "yes", "stale"),
    ],
    [
      "stale before, critical now",
      asked("yes", { ...minor, ...stale }),
      asked("yes", stale),
      found("blocker_appeared", "not_critical", "critical"),
    ],
    ["critical no more", asked("no"), asked("no", minor), null],
  ])("%s", (_, seen, then, expected) => {
    expect(compare([seen], [then]).map(({ code, before, after }) => ({ code, before, after }))).toEqual(
      expected ? [expected] : [],
    );
  });

  it.each<[string, QuestionState[], QuestionState[], Found]>([
    ["a new question, open", [], [asked("unanswered")], found("question_new", "not_asked", "unanswered")],
    [
      "a new question, open and not critical",
      [],
      [asked("no", minor)],
      found("question_new", "not_asked", "no"),
    ],
    ["a new question, answered yes before", [], [asked("yes")], null],
    ["a new question, not for us", [], [asked("not_applicable")], null],
    ["a tag dropped, and its question", [asked("no")], [], found("question_dropped", "no", "not_asked")],
    ["a question goes that was not for us", [asked("not_applicable")], [], null],
    [
      "a question goes that was stale",
      [asked("not_applicable", stale)],
      [],
      found("question_dropped", "unclear", "not_asked"),
    ],
  ])("%s", (_, seen, then, expected) => {
    expect(compare(seen, then).map(({ code, before, after }) => ({ code, before, after }))).toEqual(
      expected ? [expected] : [],
    );
  });

  it("names service, question and the answer that made it so", () => {
    expect(compare([asked("yes", { version: 3 })], [asked("no", { version: 5 })])).toEqual([
      {
        code: "verdict_worse",
        service: "checkout",
        question: "timeouts",
        before: "yes",
        after: "no",
        version: 5,
      },
    ]);
  });
});

const states = fc
  .record({
    given: fc.constantFrom<AnswerState>(...VERDICTS, "unanswered"),
    critical: fc.boolean(),
    old: fc.boolean(),
    waived: fc.boolean(),
  })
  .map(({ given, critical, old, waived }) =>
    asked(given, {
      critical,
      stale: old && given !== "unanswered",
      waiver: waived && (given === "no" || given === "partly") ? waiver : null,
    }),
  );

describe("L5, for any two states of a question", () => {
  it("nothing is worse than itself", () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(compare([state], [state])).toEqual([]);
      }),
    );
  });

  it("a new blocker, a verdict that rose and a question that goes are never silent", () => {
    fc.assert(
      fc.property(states, states, (seen, then) => {
        const bad =
          (isBlocker(then) && !isBlocker(seen)) ||
          openness(then.given) > openness(seen.given) ||
          (isCounting(seen) && !isCounting(then) && seen.given !== "not_applicable");
        const worse = compare([seen], [then]);
        expect(worse.length).toBeLessThanOrEqual(1);
        if (bad) expect(worse).toHaveLength(1);
      }),
    );
  });

  it("what is called stale is worse by its age alone: confirmed, nothing is left of it", () => {
    fc.assert(
      fc.property(states, states, (seen, then) => {
        const [worse] = compare([seen], [then]);
        fc.pre(worse?.code === "critical_stale" && then.given !== "not_applicable");
        expect(compare([seen], [{ ...then, stale: false, verdict: then.given }])).toEqual([]);
      }),
    );
  });
});
