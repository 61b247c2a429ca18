import { beforeEach, describe, expect, it } from "vitest";
import { costModelSave } from "../../contracts/cost-model";
import { db } from "../../db/client";
import { loadCostModel } from "../../queries/cost-model/cost-model";
import { resetDatabase } from "../../testing/database";
import { aPerson, aService, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { editOrganisation } from "../organisation/edit-organisation";
import { saveModel } from "./save-model";

const QUESTION = "simultaneous-edits-kept";
let cto: SignedIn;
const save = (body: object, now = NOON, who = cto) =>
  saveModel(scopeOf(who, "model:edit"), costModelSave.parse(body), now);
const load = (who = cto) => loadCostModel(scopeOf(who, "model:read"));
const rows = () => db().costModel.findMany({ orderBy: { number: "asc" } });

beforeEach(async () => {
  await resetDatabase();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "CHF", createdAt: NOON },
  });
  cto = await aPerson({ name: "Cleo", executive: true });
});

describe("the cost model", () => {
  it("before anybody set one is the usual one: nothing priced, the organisation's currency, the checklist's rates", async () => {
    expect(await load()).toMatchObject({
      number: null,
      at: null,
      by: null,
      currency: "CHF",
      pricedCosts: 0,
      severity: { 1: 1, 2: 0.5, 3: 0.25, 4: 0.1 },
      rates: {},
      reasons: {},
      can: { edit: true },
      plausibility: [{ checklist: "production-readiness", warning: null }],
    });
    expect(await load(await aPerson())).toMatchObject({ can: { edit: false } });
  });

  it("takes prices, severity, rates and currency at once, and tells who set what and why", async () => {
    const saved = await save({
      currency: "EUR",
      prices: { data_loss: { low: 20_000, high: 500_000, why: "the outage of May" }, lost_trust: null },
      severity: { "1": 1, "2": 0.4, "3": 0.2, "4": 0 },
      rates: { [QUESTION]: { data_loss: 2, emergency_fixes: 0 } },
      reasons: { [QUESTION]: { data_loss: "twice last year" } },
      note: "First guess",
      expectedNumber: null,
    });
    const by = { id: cto.person.id, name: "Cleo" };
    const at = NOON.toISOString();
    expect(saved).toMatchObject({
      ...{ number: 1, at, by, note: "First guess", example: false, currency: "EUR", pricedCosts: 1 },
      prices: { data_loss: { low: 20_000, high: 500_000, why: "the outage of May" }, failed_launch: null },
      severity: { 1: 1, 2: 0.4, 3: 0.2, 4: 0 },
      rates: { [QUESTION]: { data_loss: 2, emergency_fixes: 0 } },
      reasons: {
        [QUESTION]: { data_loss: { why: "twice last year", by, at }, emergency_fixes: { why: "", by, at } },
      },
    });
    expect(await load()).toEqual(saved);
    expect(await db().organisation.findFirst()).toMatchObject({ currency: "EUR", version: 2 });
    expect(await db().auditEvent.findMany({ where: { action: "model.changed" } })).toMatchObject([
      {
        subjectType: "model",
        subjectId: "1",
        actorId: cto.person.id,
        details: { number: 1, note: "First guess" },
      },
    ]);
  });

  it("keeps what an edit leaves out, and the author of a rate that stays", async () => {
    const admin = await aPerson({ name: "Ana", admin: true });
    await save({
      rates: { [QUESTION]: { data_loss: 2, lost_trust: 1 } },
      prices: { data_loss: { low: 1, high: 9 } },
    });
    await save({ prices: { lost_trust: { low: 5, high: 50 } } }, daysLater(1), admin);
    const saved = await save({ rates: { [QUESTION]: { data_loss: 2, lost_trust: 3 } } }, daysLater(2), admin);
    expect(saved).toMatchObject({
      number: 3,
      prices: { data_loss: null, lost_trust: { low: 5, high: 50 } },
      reasons: { [QUESTION]: { data_loss: { by: { name: "Cleo" } }, lost_trust: { by: { name: "Ana" } } } },
    });
    expect((await save({ rates: {} }, daysLater(3))).rates).toEqual({});
  });

  it("writes nothing when nothing changes, whatever note comes with it", async () => {
    const saved = await save({ prices: { data_loss: { low: 1, high: 9 } } });
    expect(await save({ prices: { data_loss: { low: 1, high: 9 } }, note: "again" }, daysLater(1))).toEqual(
      saved,
    );
    expect(await rows()).toHaveLength(1);
    expect(await db().auditEvent.count()).toBe(1);
  });

  it("is in conflict with a version that was not edited, and shows the one that is there", async () => {
    await save({ prices: { data_loss: { low: 1, high: 9 } } });
    for (const expectedNumber of [null, 2]) {
      await expect(save({ prices: { data_loss: null }, expectedNumber })).rejects.toMatchObject({
        code: "conflict",
        details: { current: { number: 1, prices: { data_loss: { low: 1, high: 9 } } } },
      });
    }
    expect(await save({ prices: { data_loss: null }, expectedNumber: 1 })).toMatchObject({ number: 2 });
  });

  it("is dated after the one before, however the clock runs", async () => {
    await save({ severity: { "2": 0.6 } }, daysLater(1));
    await save({ severity: { "2": 0.7 } }, NOON);
    await save({ severity: { "2": 0.8 } }, NOON);
    expect((await rows()).map((row) => row.at)).toEqual([daysLater(1), daysLater(1, 1), daysLater(1, 2)]);
  });

  it.each([
    [{ rates: { nonsense: { data_loss: 1 } } }, "rates.nonsense"],
    [{ reasons: { [QUESTION]: { data_loss: "why" } } }, `reasons.${QUESTION}.data_loss`],
    [{ rates: {}, reasons: { constructor: { data_loss: "why" } } }, "reasons.constructor.data_loss"],
  ])("names the field of what it cannot take: %o", async (body, field) => {
    await expect(save(body)).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field }] },
    });
    expect(await rows()).toEqual([]);
  });

  it("may be set by admins and executives only", async () => {
    const { lead } = await aService();
    expect(() => scopeOf(lead, "model:edit")).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});

describe("the currency of the organisation", () => {
  it("is changed with the prices once there are any, and by itself before", async () => {
    const admin = await aPerson({ name: "Ana", admin: true });
    const edit = (currency: string) =>
      editOrganisation(scopeOf(admin, "organisation:edit"), { currency }, NOON);
    expect(await edit("USD")).toMatchObject({ currency: "USD" });
    await save({ severity: { "2": 0.6 } });
    expect(await edit("EUR")).toMatchObject({ currency: "EUR" });
    expect(await load()).toMatchObject({ currency: "EUR", number: 1 });
    await save({ prices: { data_loss: { low: 1, high: 9 } } });
    await expect(edit("CHF")).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "currency", message: expect.stringContaining("Prices are set in EUR") }] },
    });
    expect(await edit("EUR")).toMatchObject({ currency: "EUR" });
    await save({ currency: "CHF" });
    expect(await db().organisation.findFirst()).toMatchObject({ currency: "CHF" });
  });
});
