import { describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { editService } from "../commands/services/edit-service";
import { ageServices } from "../jobs/age-services";
import { aPerson, aService, aTeam, daysLater, NOON, scopeOf } from "../testing/factories";
import { db } from "./client";

const KEYS = [
  "simultaneous-edits-kept",
  "surprising-input-survived",
  "provider-outage-survived",
  "failed-write-leaves-nothing-half-done",
  "sudden-load-survived",
  "we-know-first",
];

async function pointsOf(serviceId: string) {
  return db().readinessPoint.findMany({ where: { serviceId }, orderBy: { id: "asc" } });
}

describe("writers that wait for each other", () => {
  it("with clocks that disagree: points never run backwards, and the last one is the current row", async () => {
    for (let round = 0; round < 5; round += 1) {
      const service = await aService({ tier: 4 });
      const scope = scopeOf(service.member, "answer:save", service.resource);
      await Promise.all(
        KEYS.map((key, index) =>
          saveAnswer(
            scope,
            key,
            { verdict: "partly", expectedVersion: 0 },
            new Date(NOON.getTime() - index * 1000),
          ),
        ),
      );
      const points = await pointsOf(service.id);
      const times = points.map((point) => point.at.getTime());
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      const state = await db().serviceState.findUniqueOrThrow({ where: { serviceId: service.id } });
      expect(points.at(-1)).toMatchObject({
        answered: KEYS.length,
        score: state.score,
        at: state.computedAt,
      });
    }
  });

  it("ageing is written down once by two processes on warm connections, with a writer between them", async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => db().$queryRaw`SELECT 1 AS "warm" FROM (SELECT pg_sleep(0.02)) AS s`),
    );
    for (let round = 0; round < 5; round += 1) {
      const service = await aService({ tier: 4 });
      const scope = scopeOf(service.member, "answer:save", service.resource);
      await saveAnswer(scope, "simultaneous-edits-kept", { verdict: "yes", expectedVersion: 0 }, NOON);
      const later = daysLater(1000);
      await Promise.all([
        ageServices(later),
        saveAnswer(scope, "surprising-input-survived", { verdict: "no", expectedVersion: 0 }, later),
        ageServices(later),
        ageServices(later),
      ]);
      const causes = (await pointsOf(service.id)).map((point) => point.cause);
      expect(causes).toEqual(["created", "answer", "ageing", "answer"]);
    }
  });

  it("an answer by somebody of the old team is refused when the service moved while it waited", async () => {
    const service = await aService({ tier: 4 });
    const other = await aTeam("Elsewhere");
    const stale = scopeOf(service.member, "answer:save", service.resource);
    const move = { team: other.slug };
    await editService(scopeOf(service.admin, "service:edit", service.resource), move, NOON);
    const late = saveAnswer(stale, KEYS[0] ?? "", { verdict: "no", expectedVersion: 0 }, NOON);
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
    const both = await aPerson({ teams: { [service.teamId]: "member", [other.id]: "member" } });
    const stillFine = scopeOf(both, "answer:save", service.resource);
    await saveAnswer(stillFine, KEYS[0] ?? "", { verdict: "no", expectedVersion: 0 }, NOON);
  });

  it("two services can come to depend on each other at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await aService({ name: `A${round}` }), await aService({ name: `B${round}` })];
      await Promise.all([
        editService(scopeOf(a.admin, "service:edit", a.resource), { dependsOn: [b.slug] }, NOON),
        editService(scopeOf(b.admin, "service:edit", b.resource), { dependsOn: [a.slug] }, NOON),
      ]);
      expect(await db().serviceDependency.count({ where: { serviceId: { in: [a.id, b.id] } } })).toBe(2);
    }
  });
});
