import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { incidentsByCost } from "../domain/tally";
import { aLongHistory, type LongHistory } from "../testing/long-history";
import { naiveRows, naiveThen } from "../testing/then";
import { currentHistories } from "./current-histories";
import type { ServiceThen } from "./service-then";
import { snapshotNow } from "./snapshot-at";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-06-01T09:00:00.000Z");
let history: LongHistory;

/** Compares what is told of every service with what the naive reader tells from the same rows. */
async function expectAsNaive(
  services: readonly ServiceThen[],
  at: Date,
  rows: Awaited<ReturnType<typeof naiveRows>>,
) {
  for (const { id } of history.services) {
    const naive = await naiveThen(id, at, rows);
    const then = services.find((each) => each.id === id);
    expect(then === undefined).toBe(naive === null);
    if (!then || !naive) continue;
    const { nextChangeAt, incidents, areas, abilities, ...counts } = naive.readiness;
    expect(then).toMatchObject(counts);
    expect(incidentsByCost(then.incidents)).toEqual(incidents);
    expect(then.areas).toEqual(areas);
    expect(then.abilities).toEqual(abilities);
    expect(then.nextChange).toBe(nextChangeAt?.getTime() ?? Number.POSITIVE_INFINITY);
    const { tier, lifecycle, teamId, deleted } = naive;
    expect(then.facts).toMatchObject({ tier, lifecycle, teamId, deleted });
    expect(
      then.questions().map(({ question, answer, verdict, stale, gap, blocker }) => ({
        ...{ key: question.key, answer, verdict, stale, gap, blocker },
      })),
    ).toEqual(
      naive.questions.map(({ question, answer, verdict, stale, gap, blocker }) => ({
        ...{ key: question.key, answer, verdict, stale, gap, blocker },
      })),
    );
  }
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  let turn = 0;
  history = await aLongHistory({
    seed: 5,
    from: FROM,
    to: TO,
    services: 4,
    steps: 160,
    watch: async (made, at) => {
      turn += 1;
      if (turn % 5 > 0) return;
      history = { ...made, instants: [] };
      const { services } = await snapshotNow(at);
      await expectAsNaive(services, at, await naiveRows());
    },
  });
});

describe("a snapshot", () => {
  it("at any instant of the past is what entries and facts say", async () => {
    const rows = await naiveRows();
    const histories = await currentHistories();
    const instants = history.instants.flatMap((at) => [at, new Date(at.getTime() - 1)]);
    const ageing = await db().readinessPoint.findMany({ where: { cause: "ageing" } });
    for (const { at } of ageing) instants.push(at, new Date(at.getTime() - 1));
    expect(ageing.length).toBeGreaterThan(10);
    for (const at of instants.filter((_, index) => index % 4 === 0)) {
      await expectAsNaive((await histories.at(at)).services, at, rows);
    }
  });
});
