import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerCode } from "../domain/effective-verdict";
import { incidentsByCost } from "../domain/tally";
import { type Tier, VERDICTS, type Verdict } from "../domain/vocabulary";
import { aQuestion } from "../testing/questions";
import { RatedChecklist } from "./checklists";
import { factsOf, historyOf, questionCode } from "./history";
import { assessThen, type ServiceThen } from "./service-then";
import { withYes } from "./suppose";

const NOW = Date.UTC(2026, 5, 1);
const questions = [
  aQuestion({ key: "one", weight: 1, critical: true, upToTier: 4, tags: [] }),
  aQuestion({ key: "two", weight: 3, critical: false, upToTier: 4, tags: [] }),
  aQuestion({ key: "three", weight: 5, critical: true, upToTier: 2, tags: [] }),
  aQuestion({ key: "four", weight: 2, critical: false, upToTier: 4, tags: [] }),
];
const version = { id: "v", number: 1, checklist: { id: "c", key: "ours", name: "Ours" }, questions };
const checklist = new RatedChecklist(version, questions);

/** A service whose questions were answered so; null where nobody answered. */
function serviceWith(tier: Tier, verdicts: readonly (Verdict | null)[]): ServiceThen {
  const facts = factsOf([
    {
      ...{ id: 1, at: new Date(NOW - 1_000), name: "S", teamId: "t", tier, tags: [], dependsOn: [] },
      ...{ lifecycle: "live", checklistVersionId: version.id, deleted: false },
    },
  ]);
  const answers = historyOf(
    verdicts.flatMap((verdict, place) => {
      const key = questions[place]?.key;
      if (verdict === null || key === undefined) return [];
      const answer = answerCode(verdict, 1);
      return [{ question: questionCode(key), version: 1, at: NOW - 500, savedAt: null, answer }];
    }),
  );
  const service = {
    id: "s",
    slug: "s",
    createdAt: new Date(NOW),
    example: false,
    facts,
    answers,
    waivers: [],
  };
  const [standing] = facts;
  if (!standing) throw new RangeError("there is a line of facts");
  return assessThen(service, standing, checklist, Number.POSITIVE_INFINITY, NOW);
}

const figures = ({
  score,
  standing,
  counting,
  answered,
  gaps,
  blockers,
  unanswered,
  unclear,
  ...then
}: ServiceThen) => ({
  ...{ score, standing, counting, answered, gaps, blockers, unanswered, unclear },
  ...{ weight: then.weight, accepted: then.accepted, stale: then.stale },
  incidents: incidentsByCost(then.incidents),
});
const verdicts = fc.array(fc.constantFrom(null, ...VERDICTS), { minLength: 4, maxLength: 4 });
const tier = fc.constantFrom<Tier>(1, 3);
const closed = fc.uniqueArray(fc.nat(3));

describe("supposing that gaps were closed", () => {
  it("counts as answering them with yes would (S3, S7, R2)", () => {
    fc.assert(
      fc.property(tier, verdicts, closed, (of, given, some) => {
        const before = serviceWith(of, given);
        const places = some.filter((place) => before.isGap(place));
        const answered = given.map((verdict, place) => (places.includes(place) ? "yes" : verdict));
        expect(figures(withYes(before, places))).toEqual(figures(serviceWith(of, answered)));
        expect(figures(before)).toEqual(figures(serviceWith(of, given)));
      }),
    );
  });

  it("all of them leaves a service that is asked anything production-ready, with nothing expected", () => {
    fc.assert(
      fc.property(tier, verdicts, (of, given) => {
        const before = serviceWith(of, given);
        const after = withYes(
          before,
          [0, 1, 2, 3].filter((place) => before.isGap(place)),
        );
        expect(after.incidents.every((each) => each === 0)).toBe(true);
        if (after.counting > 0) expect([after.score, after.standing]).toEqual([100, "production_ready"]);
      }),
    );
  });
});
