import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { COSTS } from "../domain/vocabulary";
import { resetDatabase } from "../testing/database";
import { aPerson, NOON } from "../testing/factories";
import { send, signedIn } from "../testing/http";

const EDITS = "simultaneous-edits-kept";
const INPUT = "surprising-input-survived";

/** Signed in to an organisation of its own. */
async function anotherOrganisation(currency: string): Promise<string> {
  await resetDatabase();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency, createdAt: NOON },
  });
  return signedIn(await aPerson({ name: "Cleo", executive: true }));
}
let as: string;
const put = (body: unknown) => send("saveCostModel", { as, body });
beforeEach(async () => {
  as = await anotherOrganisation("EUR");
});

/** What GET gives, without what only the server knows. */
function exported(body: unknown): Record<string, unknown> {
  const { number, at, by, example, pricedCosts, plausibility, can, ...rest } = body as Record<
    string,
    unknown
  >;
  expect([number, at, by, example, pricedCosts, plausibility, can]).not.toContain(undefined);
  return rest;
}

describe("the model over the API", () => {
  it("takes what the API says a model is, whole and in parts", async () => {
    const whole = {
      currency: "CHF",
      prices: Object.fromEntries(
        COSTS.map((cost) => [cost, cost === "data_loss" ? null : { low: 1, high: 50 }]),
      ),
      severity: { "1": 1, "2": 0.5, "3": 0.25, "4": 0.1 },
      rates: { [EDITS]: { data_loss: 2, lost_trust: 0 } },
    };
    expect(await put(whole)).toMatchObject({ status: 200, body: { number: 1, ...whole } });
    expect(await put({ severity: { "3": 0.3 } })).toMatchObject({
      body: { number: 2, ...whole, severity: { ...whole.severity, "3": 0.3 } },
    });
    expect(await send("loadCostModel", { as })).toMatchObject({ body: { number: 2, currency: "CHF" } });
  });

  it("takes each field as the whole of it: a cost or an own rate that is not named has none any more", async () => {
    await put({
      prices: { data_loss: { low: 3, high: 70 }, lost_trust: { low: 1, high: 50 } },
      rates: { [EDITS]: { data_loss: 2 }, [INPUT]: { poor_performance: 1 } },
    });
    const prices = {
      ...Object.fromEntries(COSTS.map((cost) => [cost, null])),
      lost_trust: { low: 2, high: 9 },
    };
    expect(await put({ prices: { lost_trust: prices.lost_trust } })).toMatchObject({
      body: { number: 2, pricedCosts: 1, prices, rates: { [EDITS]: {}, [INPUT]: {} } },
    });
    expect(await put({ rates: { [EDITS]: { data_loss: 4 } } })).toMatchObject({
      body: { number: 3, prices, rates: { [EDITS]: { data_loss: 4 } } },
    });
    expect((await put({ prices: {} })).body).toMatchObject({ number: 4, pricedCosts: 0 });
  });

  it("gives what another organisation takes as it is, and gives on without change", async () => {
    const reasons = { [EDITS]: { data_loss: "twice last year" } };
    const prices = { data_loss: { low: 3, high: 70, why: "invoices" }, lost_trust: { low: 0.5, high: 50 } };
    const rates = { [EDITS]: { data_loss: 2, lost_trust: 0 }, [INPUT]: { poor_performance: 0.25 } };
    const severity = { "2": 0.75 };
    await put({ currency: "CHF", prices, rates, severity, reasons, note: "From the year's incidents" });
    const given = exported((await send("loadCostModel", { as })).body);
    as = await anotherOrganisation("EUR");
    const taken = await put(given);
    expect(taken.status).toBe(200);
    const without = ({ reasons: all, ...rest }: Record<string, unknown>) => ({
      ...rest,
      why: JSON.stringify(all, ["why", ...Object.keys(rates), ...COSTS]),
    });
    expect(without(exported(taken.body))).toEqual(without(given));
    expect(await put(exported(taken.body))).toMatchObject({ body: { number: 1 } });
  });

  it("takes back what it gave, with what only the server knows, and with one thing changed", async () => {
    const reasons = { [EDITS]: { data_loss: "twice last year" } };
    await put({ prices: { data_loss: { low: 3, high: 70 } }, rates: { [EDITS]: { data_loss: 2 } }, reasons });
    const given = (await send("loadCostModel", { as })).body as Record<string, unknown>;
    expect(await put(given)).toMatchObject({ status: 200, body: { number: 1 } });
    expect(await put({ ...given, severity: { "1": 2 } })).toMatchObject({ body: { number: 2 } });
    expect(await put({ ...given, rates: {} })).toMatchObject({ body: { number: 3, rates: {}, reasons: {} } });
  });

  it.each([
    [{ prices: { data_loss: { low: 10, high: 10 } } }, "prices.data_loss.high"],
    [{ prices: { data_loss: { low: 10, high: 1_001 } } }, "prices.data_loss.high"],
    [{ prices: { data_loss: { low: 0, high: 10 } } }, "prices.data_loss.low"],
    [{ prices: { data_loss: { low: "a", high: 10 } } }, "prices.data_loss.low"],
    [{ prices: { coffee: { low: 1, high: 10 } } }, "prices.coffee"],
    [{ prices: { data_loss: { low: 1e-10, high: 1e-9 } } }, "prices.data_loss.low"],
    [{ prices: { data_loss: { low: 1e11, high: 1e13 } } }, "prices.data_loss.high"],
    [{ severity: { "1": 1e-300 } }, "severity.1"],
    [{ rates: { [EDITS]: { data_loss: 5e-324 } } }, `rates.${EDITS}.data_loss`],
    [{ severity: { "5": 1 } }, "severity.5"],
    [{ severity: { "1": -1 } }, "severity.1"],
    [{ rates: { [EDITS]: { data_loss: -1 } } }, `rates.${EDITS}.data_loss`],
    [{ rates: { [EDITS]: { data_loss: 1_001 } } }, `rates.${EDITS}.data_loss`],
    [{ rates: { [EDITS]: { coffee: 1 } } }, `rates.${EDITS}.coffee`],
    [{ rates: { nonsense: { data_loss: 1 } } }, "rates.nonsense"],
    [{ currency: "euro" }, "currency"],
  ])("refuses %j, naming the field %s", async (body, field) => {
    for (const operation of ["saveCostModel", "previewCostModel"] as const) {
      const reply = await send(operation, { as, body });
      expect(reply).toMatchObject({ status: 400, body: { code: "invalid_input", errors: [{ field }] } });
    }
    expect(await db().costModel.count()).toBe(0);
  });

  it("shows the model that is there to whoever edited another one", async () => {
    await put({ prices: { data_loss: { low: 1, high: 9 } } });
    expect(await put({ prices: { data_loss: null }, expectedNumber: null })).toMatchObject({
      status: 409,
      body: { code: "conflict", current: { number: 1, prices: { data_loss: { low: 1, high: 9 } } } },
    });
  });

  it("takes no cursor that it did not give", async () => {
    expect(await send("listModelVersions", { as, query: "cursor=0" })).toMatchObject({
      status: 400,
      body: { errors: [{ field: "cursor" }] },
    });
  });
});
