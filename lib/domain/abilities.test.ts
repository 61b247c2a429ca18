import { describe, expect, it } from "vitest";
import { abilities } from "./abilities";
import { ABILITIES, type AnswerState } from "./vocabulary";

const stateOf = (...verdicts: AnswerState[]) =>
  abilities(verdicts.map((verdict) => ({ ability: "recovery" as const, verdict }))).find(
    (each) => each.ability === "recovery",
  );

describe("S9: abilities", () => {
  it.each<[AnswerState[], string]>([
    [[], "not_asked"],
    [["not_applicable"], "not_asked"],
    [["yes"], "proven"],
    [["yes", "yes", "not_applicable"], "proven"],
    [["yes", "partly"], "open"],
    [["unclear"], "open"],
    [["unanswered"], "open"],
  ])("%j → %s", (verdicts, expected) => {
    expect(stateOf(...verdicts)?.state).toBe(expected);
  });

  it("are always all nine, in order, with how many are asked and yes", () => {
    const all = abilities([
      { ability: "security", verdict: "yes" },
      { ability: "security", verdict: "no" },
    ]);
    expect(all.map((each) => each.ability)).toEqual(ABILITIES);
    expect(all.find((each) => each.ability === "security")).toMatchObject({ asked: 2, yes: 1 });
  });
});
