import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { COSTS } from "../../domain/vocabulary";
import { loadCostModel } from "../../queries/cost-model/cost-model";
import { loadModelVersions } from "../../queries/cost-model/versions";
import { loadPortfolio } from "../../queries/portfolio/portfolio";
import { resetDatabase } from "../../testing/database";
import { loadExampleAs } from "../../testing/example";
import { aPerson, type SignedIn, scopeOf } from "../../testing/factories";
import { currentAndFold } from "../../testing/fold";
import { naiveThen } from "../../testing/then";
import { saveModel } from "../cost-model/save-model";
import { importCsv } from "../import/import-csv";
import { createService } from "../services/create-service";
import { createTeam } from "../teams/create-team";
import { removeExample } from "./remove-example";

const DAY_MS = 86_400_000;
const EDITS = "simultaneous-edits-kept";
let admin: SignedIn;
const now = new Date();
const load = (at = now) => loadExampleAs(admin, at);
const remove = () => removeExample(scopeOf(admin, "example:remove"), now);
const model = () => loadCostModel(scopeOf(admin, "model:read"));
const versions = async () => (await loadModelVersions(scopeOf(admin, "model:read"), {})).items;
const save = (body: Parameters<typeof saveModel>[1], at = now) =>
  saveModel(scopeOf(admin, "model:edit"), body, at);
const ends = async () =>
  (await db().auditEvent.findMany({ where: { action: "model.example_ended" } })).map((each) => each.actorId);

beforeEach(async () => {
  await resetDatabase();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "CHF", createdAt: now },
  });
  admin = await aPerson({ admin: true });
});

describe("the prices of the example", () => {
  it("are there for all eight costs, from the beginning, one of them corrected months later", async () => {
    await load();
    expect(await model()).toMatchObject({
      example: true,
      by: { name: "Helena Sørbø" },
      currency: "CHF",
      pricedCosts: 8,
      rates: {},
    });
    const [newest, oldest, ...more] = await versions();
    expect(more).toEqual([]);
    expect(newest).toMatchObject({ example: true, changes: [{ kind: "price", cost: "lost_trust" }] });
    expect(oldest?.changes).toHaveLength(COSTS.length);
    const first = await db().readinessPoint.findFirstOrThrow({ orderBy: { at: "asc" } });
    expect(first.at > new Date(oldest?.at ?? now)).toBe(true);
    const months =
      (new Date(newest?.at ?? 0).getTime() - new Date(oldest?.at ?? 0).getTime()) / (30 * DAY_MS);
    expect(months).toBeGreaterThan(3);
    await remove();
    expect(await model()).toMatchObject({ number: null, pricedCosts: 0 });
    expect(await db().costModel.count()).toBe(0);
  });

  it("stay away where the organisation has a model of its own, which stays when the example goes", async () => {
    const own = await save({ prices: { data_loss: { low: 5, high: 50 } } });
    await load();
    expect(await model()).toEqual(own);
    await remove();
    expect(await model()).toEqual(own);
  });

  it("leave behind what was set on top of them", async () => {
    await load();
    await save({ prices: { data_loss: { low: 5, high: 50 } } });
    await remove();
    expect(await model()).toMatchObject({
      number: 3,
      example: false,
      prices: { data_loss: { low: 5, high: 50 } },
    });
    await load();
    expect((await versions()).map((each) => each.number)).toEqual([3]);
  });

  it("never price real services: they stay away beside one, and end when the first one comes", async () => {
    await load();
    const body = { name: "Ours", team: "ours", tier: 1 as const, lifecycle: "live" as const };
    const team = await createTeam(scopeOf(admin, "team:create"), { name: "Ours" }, now);
    const { id } = await db().team.findUniqueOrThrow({ where: { slug: team.slug } });
    const resource = { kind: "team" as const, id, slug: team.slug, teamId: id };
    expect(await model()).toMatchObject({ example: true, pricedCosts: 8 });
    await createService(scopeOf(admin, "service:create", resource), body, new Date());
    expect(await model()).toMatchObject({ number: null, pricedCosts: 0 });
    expect(await ends()).toEqual([admin.person.id]);
    const filters = { limit: 1 };
    const portfolio = await loadPortfolio(scopeOf(admin, "portfolio:read"), filters, new Date());
    expect(JSON.stringify(portfolio)).not.toMatch(/"expectedLoss":[0-9]/);
    await remove();
    await load();
    expect(await model()).toMatchObject({ number: null, pricedCosts: 0 });
  });

  it("end when an import brings the first real service", async () => {
    await load();
    const scope = scopeOf(admin, "import:run");
    const csv = "name,team,tier\nOurs,Ours,1";
    const note = "The example's prices end: they never price services of your own.";
    const service = { kind: "service", notes: expect.arrayContaining([note]) };
    const { rows } = await importCsv(scope, { csv, dryRun: true }, new Date());
    expect(rows).toContainEqual(expect.objectContaining(service));
    expect(await model()).toMatchObject({ example: true });
    const done = await importCsv(scope, { csv }, new Date());
    expect(done.rows).toContainEqual(expect.objectContaining(service));
    expect(await model()).toMatchObject({ number: null, pricedCosts: 0 });
    expect(await ends()).toEqual([admin.person.id]);
    const again = await importCsv(scope, { csv: "name,team,tier\nAlso ours,Ours,1" }, new Date());
    expect(JSON.stringify(again.rows)).not.toContain(note);
    expect(await ends()).toHaveLength(1);
  });

  it("stay when an import brings answers to what was invented, and no service", async () => {
    await load();
    const { slug } = await db().service.findFirstOrThrow({
      where: { example: true, answers: { none: { questionKey: EDITS } }, lifecycle: "live" },
    });
    const csv = `service,question,verdict\n${slug},${EDITS},no`;
    const { counts } = await importCsv(scopeOf(admin, "import:run"), { csv, what: "answers" }, new Date());
    expect(counts).toMatchObject({ create: 1, error: 0 });
    expect(await model()).toMatchObject({ example: true, pricedCosts: 8 });
    expect(await ends()).toEqual([]);
  });

  it("leave rates to the organisation: what is invented had the incidents that they made at each time", async () => {
    await save({ rates: { [EDITS]: { data_loss: 9 } } }, new Date(now.getTime() - 100 * DAY_MS));
    await save({ rates: { [EDITS]: { lost_trust: 4 } } }, new Date(now.getTime() - 50 * DAY_MS));
    await load();
    const services = await db().service.findMany({ where: { example: true }, orderBy: { slug: "asc" } });
    for (const { id } of services) {
      const { current, fold } = await currentAndFold(id);
      expect(current).toEqual(fold);
    }
    const counted = await db().readinessPoint.findMany({ where: { cause: "rates" } });
    expect(counted.length).toBeGreaterThan(10);
    for (const point of counted.slice(0, 10)) {
      const then = await naiveThen(point.serviceId, point.at);
      expect(point.incidents).toEqual(then?.readiness.incidents);
    }
  });
});
