import { beforeEach, describe, expect, it } from "vitest";
import type { CostModelSave } from "../../contracts/cost-model";
import { db } from "../../db/client";
import type { Verdict } from "../../domain/vocabulary";
import { ageServices } from "../../jobs/age-services";
import { loadScorecardThen } from "../../queries/scorecard/past-service";
import { currentHistories } from "../../snapshot/current-histories";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { naiveRows, naiveThen } from "../../testing/then";
import { saveAnswer } from "../answers/save-answer";
import { deleteService } from "../services/delete-service";
import { restoreService } from "../services/restore-service";
import { saveModel } from "./save-model";

const EDITS = "simultaneous-edits-kept";
const INPUT = "surprising-input-survived";
type Place = Awaited<ReturnType<typeof aService>>;
let cto: SignedIn;
const save = (body: CostModelSave, now: Date) => saveModel(scopeOf(cto, "model:edit"), body, now);
const answer = (to: Place, key: string, verdict: Verdict, now: Date, expectedVersion = 0) =>
  saveAnswer(
    scopeOf(to.member, "answer:save", to.resource),
    key,
    { verdict, reason: "so", expectedVersion },
    now,
  );
const points = (serviceId: string) =>
  db().readinessPoint.findMany({ where: { serviceId }, orderBy: { id: "asc" } });
const causes = async (place: Place) => (await points(place.id)).map((point) => point.cause);

/** Points are what entries, facts and the rates of then come to. */
async function expectConsistent(place: Place): Promise<void> {
  const { current, fold } = await currentAndFold(place.id);
  expect(current).toEqual(fold);
  const rows = await naiveRows(place.id);
  for (const point of await points(place.id)) {
    if (point.deleted) continue;
    const then = await naiveThen(place.id, point.at, rows);
    expect(point).toMatchObject(JSON.parse(JSON.stringify({ incidents: then?.readiness.incidents })));
    const computed = (await (await currentHistories()).at(point.at)).byId.get(place.id);
    expect(computed?.byCost).toEqual(then?.readiness.incidents);
    expect(computed?.areas).toEqual(then?.readiness.areas);
  }
}

beforeEach(async () => {
  await resetDatabase();
  cto = await aPerson({ name: "Cleo", executive: true });
});

describe("changed rates (R2, H2)", () => {
  it("count at once in every service with a gap in their question, and nowhere else", async () => {
    const [open, half, ready] = [await aService(), await aService(), await aService()];
    await answer(half, EDITS, "partly", NOON);
    await answer(ready, EDITS, "yes", NOON);
    await save(
      { rates: { [EDITS]: { data_loss: 7, developer_confusion: 0.5, emergency_fixes: 0 } } },
      daysLater(1),
    );
    expect(await causes(open)).toEqual(["created", "rates"]);
    expect(await causes(half)).toEqual(["created", "answer", "rates"]);
    expect(await causes(ready)).toEqual(["created", "answer"]);
    for (const place of [open, half, ready]) await expectConsistent(place);
    const [, before, after] = await points(half.id);
    expect(after).toMatchObject({ at: daysLater(1), score: before?.score, gaps: before?.gaps });
    await answer(ready, EDITS, "no", daysLater(2), 1);
    await save({ rates: {} }, daysLater(3));
    expect((await causes(ready)).at(-1)).toBe("rates");
    for (const place of [open, half, ready]) await expectConsistent(place);
  });

  it("make no point where prices change, or a rate becomes what the checklist says anyway", async () => {
    const place = await aService();
    const [usual] = await db().questionCost.findMany({ where: { question: { key: EDITS } } });
    await save({ prices: { data_loss: { low: 1, high: 9 } } }, daysLater(1));
    await save({ rates: { [EDITS]: { [usual?.cost ?? ""]: usual?.incidentsPerYear } } }, daysLater(2));
    expect(await causes(place)).toEqual(["created"]);
  });

  it("are those of its own instant for everything that ages, also when it is written down late", async () => {
    const place = await aService();
    await answer(place, INPUT, "yes", NOON);
    const state = await db().serviceState.findUniqueOrThrow({ where: { serviceId: place.id } });
    const stale = state.nextChangeAt ?? NOON;
    await save({ rates: { [INPUT]: { data_loss: 3 } } }, new Date(stale.getTime() + 86_400_000));
    expect(await causes(place)).toEqual(["created", "answer", "ageing", "rates"]);
    await expectConsistent(place);
    await answer(place, INPUT, "yes", new Date(stale.getTime() + 2 * 86_400_000), 1);
    await save({ rates: { [EDITS]: { data_loss: 2 } } }, new Date(stale.getTime() + 3 * 86_400_000));
    await ageServices(new Date(stale.getTime() + 800 * 86_400_000));
    await expectConsistent(place);
  });

  it("reach a service that was deleted when it comes back, and one that is added later", async () => {
    const place = await aService();
    await deleteService(scopeOf(place.admin, "service:delete", place.resource), NOON);
    await save({ rates: { [EDITS]: { data_loss: 3 } } }, daysLater(1));
    expect(await causes(place)).toEqual(["created", "deleted"]);
    await restoreService(scopeOf(place.admin, "service:restore", place.resource), {}, daysLater(2));
    await expectConsistent(place);
    const later = await aService({ name: "Later" }, NOON);
    expect((await points(later.id))[0]?.at).toEqual(daysLater(1));
    await expectConsistent(later);
  });

  it("are never dated before what happened to a service, nor what happens to it before them", async () => {
    const place = await aService();
    await answer(place, EDITS, "no", daysLater(5));
    await save({ rates: { [EDITS]: { data_loss: 3 } } }, daysLater(1));
    expect((await db().costModel.findFirstOrThrow()).at).toEqual(daysLater(5, 1));
    const other = await aService();
    await answer(other, INPUT, "no", daysLater(2));
    expect((await points(other.id)).map((point) => point.at)).toEqual([daysLater(5, 1), daysLater(5, 2)]);
    for (const each of [place, other]) await expectConsistent(each);
  });

  it("are those of then as of an instant of the past (H3)", async () => {
    const place = await aService();
    await save({ rates: { [EDITS]: { data_loss: 3 } } }, daysLater(10));
    await save({ rates: { [EDITS]: { data_loss: 5 } } }, daysLater(20));
    const read = scopeOf(place.member, "service:read", place.resource);
    const rateOn = async (day: number) => {
      const card = await loadScorecardThen(read, daysLater(day).toISOString(), daysLater(40));
      return card.questions
        .find((each) => each.key === EDITS)
        ?.costs.find((each) => each.cost === "data_loss");
    };
    const usual = await db().questionCost.findFirst({
      where: { question: { key: EDITS }, cost: "data_loss" },
    });
    expect((await rateOn(5))?.incidentsPerYear).toBe(usual?.incidentsPerYear);
    expect(await rateOn(10)).toMatchObject({ incidentsPerYear: 3 });
    expect(await rateOn(30)).toMatchObject({ incidentsPerYear: 5 });
    await expectConsistent(place);
  });
});
