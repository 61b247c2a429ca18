import { describe, expect, it } from "vitest";
import { answerCode } from "../domain/effective-verdict";
import type { Verdict } from "../domain/vocabulary";
import { aQuestion } from "../testing/questions";
import { RatedChecklist } from "./checklists";
import { type FactsLine, factsAt, factsOf, historyOf, questionCode, type ServiceHistory } from "./history";
import { assessThen } from "./service-then";
import { stagesBetween } from "./stages";

const SINCE = Date.UTC(2026, 5, 1);
const UNTIL = Date.UTC(2026, 6, 1);
const days = (count: number) => SINCE + count * 86_400_000;
const checklist = (...keys: string[]) => {
  const questions = keys.map((key) =>
    aQuestion({
      key,
      reviewAfterDays: 90,
      costs: [{ cost: "data_loss", incidentsPerYear: 2, because: "So." }],
    }),
  );
  const version = { id: keys.join(), number: 1, checklist: { id: "c", key: "c", name: "C" }, questions };
  return new RatedChecklist(version, questions);
};
const versions = new Map([checklist("a"), checklist("a", "b")].map((each) => [each.version.id, each]));
const later = (id: string) => versions.get(id) as RatedChecklist;

type Given = [verdict: Verdict, at: number];
type Line = Partial<FactsLine> & { at: Date };

/** The incidents of each stage, all and known ones; null before the service was there. */
function stagesOf(answers: Given[], lines: Line[] = [{ at: new Date(days(-300)) }]) {
  const facts = lines.map(
    (line, id): FactsLine => ({
      ...{ id, name: "S", teamId: "t", dependsOn: [], tier: 1, tags: [], lifecycle: "live", deleted: false },
      ...{ checklistVersionId: "a", ...line },
    }),
  );
  const service: ServiceHistory = {
    ...{ id: "s", slug: "s", createdAt: new Date(days(-300)), example: false, facts: factsOf(facts) },
    waivers: [],
    answers: historyOf(
      answers.map(([verdict, at], index) => ({
        ...{ question: questionCode("a"), version: index + 1, at, savedAt: null },
        answer: answerCode(verdict, 1),
      })),
    ),
  };
  const [before, after] = [factsAt(service, new Date(SINCE)), factsAt(service, null)];
  if (!after) throw new RangeError("a service has facts");
  const from = before && assessThen(service, before, later(before.checklistVersionId), SINCE, SINCE);
  const to = assessThen(service, after, later(after.checklistVersionId), Number.POSITIVE_INFINITY, UNTIL);
  const stages = stagesBetween(from, to, SINCE, later);
  return stages.map((stage) => stage && { all: stage.gaps * 2, known: stage.byCost.data_loss.known });
}

/** By which stage something moved, and by how much. */
function movesOf(stages: ReturnType<typeof stagesOf>) {
  const names = ["model", "facts", "checklist", "answers", "ageing"];
  return names.flatMap((name, index) => {
    const [was, is] = [stages[index], stages[index + 1]];
    const all = (is?.all ?? 0) - (was?.all ?? 0);
    const known = (is?.known ?? 0) - (was?.known ?? 0);
    return all === 0 && known === 0 ? [] : [{ name, all, known }];
  });
}

describe("a service on its way from what it was to what it is", () => {
  it.each<[string, Given[], ReturnType<typeof movesOf>]>([
    [
      "an answer that goes from no to unclear",
      [
        ["no", days(-1)],
        ["unclear", days(2)],
      ],
      [{ name: "answers", all: 0, known: -2 }],
    ],
    [
      "an answer that goes from no to yes",
      [
        ["no", days(-1)],
        ["yes", days(2)],
      ],
      [{ name: "answers", all: -2, known: -2 }],
    ],
    ["a no that goes stale", [["no", days(-80)]], [{ name: "ageing", all: 0, known: -2 }]],
    ["a yes that goes stale", [["yes", days(-80)]], [{ name: "ageing", all: 2, known: 0 }]],
    ["nothing", [["no", days(-1)]], []],
  ])("%s", (_, answers, moves) => {
    expect(movesOf(stagesOf(answers))).toEqual(moves);
  });

  it("comes with every question open, which is unknown", () => {
    const moves = movesOf(stagesOf([["no", days(2)]], [{ at: new Date(days(1)) }]));
    expect(moves).toEqual([
      { name: "facts", all: 2, known: 0 },
      { name: "answers", all: 0, known: 2 },
    ]);
  });

  it("gets facts first, then its checklist", () => {
    const lines = [{ at: new Date(days(-300)) }, { at: new Date(days(3)), checklistVersionId: "a,b" }];
    expect(movesOf(stagesOf([["yes", days(-1)]], lines))).toEqual([{ name: "checklist", all: 2, known: 0 }]);
    const tagged = [{ at: new Date(days(-300)) }, { at: new Date(days(3)), tags: ["public"] }];
    expect(movesOf(stagesOf([["not_applicable", days(-1)]], tagged))).toEqual([
      { name: "facts", all: 2, known: 0 },
    ]);
  });
});
