import { describe, expect, it } from "vitest";
import { asked, serviceOf } from "../../testing/launch-states";
import type { QuestionState } from "./facts";
import { outOfDateBecause, type WorseAt } from "./out-of-date";
import { serviceWorse } from "./worse";

const minute = (at: number) => new Date(Date.UTC(2026, 10, 25, 10, at));
const stale = { stale: true };
const waiver = { id: "w1", until: "2027-01-31" };

/** What `outOfDateBecause` says of one question, signed in the first state, then in the others a minute apart. */
function play(signed: QuestionState, ...states: QuestionState[]) {
  const since = states.map(
    (state, place): WorseAt => ({
      at: minute(place + 1),
      worse: serviceWorse(serviceOf(signed), serviceOf(state)),
    }),
  );
  return outOfDateBecause(since, since.at(-1) ?? { at: minute(0), worse: [] });
}

describe("L5: a go is out of date once any state since was worse", () => {
  it.each<[string, QuestionState[], string[]]>([
    ["nothing happened", [asked("yes")], []],
    ["everything got better", [asked("no"), asked("partly"), asked("yes")], []],
    ["an answer got worse", [asked("yes"), asked("no")], ["verdict_worse"]],
    [
      "worse and better again still needs signing",
      [asked("yes"), asked("no"), asked("yes")],
      ["verdict_worse"],
    ],
    ["worse than signed, though better than between", [asked("partly"), asked("yes"), asked("partly")], []],
    ["a critical answer is stale", [asked("yes"), asked("yes", stale)], ["critical_stale"]],
    ["a stale answer was confirmed", [asked("yes"), asked("yes", stale), asked("yes", { version: 2 })], []],
    [
      "a stale answer was answered better",
      [asked("partly"), asked("partly", stale), asked("yes", { version: 2 })],
      [],
    ],
    [
      "a stale answer was answered worse, then better",
      [asked("yes"), asked("yes", stale), asked("partly", { version: 2 }), asked("yes", { version: 3 })],
      ["verdict_worse"],
    ],
    [
      "a stale answer became not applicable",
      [asked("yes"), asked("yes", stale), asked("not_applicable", { version: 2 })],
      ["question_dropped"],
    ],
    [
      "a waiver ended while its gap was stale, then the gap closed",
      [asked("no", { waiver }), asked("no", stale), asked("yes", { version: 2 })],
      ["waiver_ended"],
    ],
    [
      "a waiver ended with its gap open, then was granted again",
      [asked("no", { waiver }), asked("no"), asked("no", { waiver: { id: "w2", until: "2027-03-01" } })],
      ["waiver_ended"],
    ],
  ])("%s", (_, [signed = asked("yes"), ...states], expected) => {
    expect(play(signed, ...states).map(({ code }) => code)).toEqual(expected);
  });

  it("dates it by when it was first as bad as it came", () => {
    const [because] = play(
      asked("yes"),
      asked("partly", { version: 2 }),
      asked("no", { version: 3 }),
      asked("no", { version: 3 }),
      asked("partly", { version: 4 }),
    );
    expect(because).toMatchObject({ before: "yes", after: "no", version: 3, at: minute(2) });
  });

  it("dates staleness by the answer that is stale now", () => {
    const confirmed = { version: 2 };
    const [because] = play(
      asked("yes"),
      asked("yes", stale),
      asked("yes", confirmed),
      asked("yes", { ...confirmed, ...stale }),
      asked("yes", { ...confirmed, ...stale }),
    );
    expect(because?.at).toEqual(minute(3));
  });

  it("is sorted worst first, then by when", () => {
    const of = (
      at: number,
      code: "verdict_worse" | "date_earlier" | "question_new",
      question: string,
    ): WorseAt => ({
      at: minute(at),
      worse: [{ code, service: "checkout", question, before: "yes", after: "no", version: 1 }],
    });
    const because = outOfDateBecause(
      [
        of(4, "verdict_worse", "b"),
        of(1, "date_earlier", "a"),
        of(2, "question_new", "a"),
        of(3, "verdict_worse", "c"),
      ],
      { at: minute(9), worse: [] },
    );
    expect(because.map(({ code, question }) => `${code} ${question}`)).toEqual([
      "verdict_worse c",
      "verdict_worse b",
      "question_new a",
      "date_earlier a",
    ]);
  });
});
