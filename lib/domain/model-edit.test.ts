import { describe, expect, it } from "vitest";
import { unpricedModel } from "./cost-model";
import { editModel, ratesIn, type SetModel } from "./model-edit";

const ANA = "00000000-0000-4000-8000-00000000000a";
const BEN = "00000000-0000-4000-8000-00000000000b";
const MONDAY = new Date("2026-06-15T12:00:00.000Z");
const TUESDAY = new Date("2026-06-16T12:00:00.000Z");
const { prices, severity } = unpricedModel("EUR");
const NOTHING: SetModel = { currency: "EUR", prices: { ...prices }, severity: { ...severity }, rates: {} };
const rate = (incidentsPerYear: number, why = "") => ({
  incidentsPerYear,
  why,
  personId: ANA,
  at: MONDAY.toISOString(),
});
const by = { personId: BEN, at: TUESDAY };

describe("editing the assumptions", () => {
  it("keeps what is left out, replaces prices as a whole and a tier that is named", () => {
    const before: SetModel = {
      ...NOTHING,
      prices: {
        ...NOTHING.prices,
        data_loss: { low: 1, high: 9, why: "a guess" },
        lost_trust: { low: 2, high: 8 },
      },
      rates: { q: { data_loss: rate(2) } },
    };
    const after = editModel(before, { prices: { data_loss: { low: 3, high: 7 } }, severity: { 2: 0.6 } }, by);
    expect(after).toEqual({
      ...before,
      prices: { ...NOTHING.prices, data_loss: { low: 3, high: 7 } },
      severity: { 1: 1, 2: 0.6, 3: 0.25, 4: 0.1 },
    });
    expect(editModel(before, { prices: { data_loss: null } }, by).prices).toEqual(NOTHING.prices);
    expect(editModel(before, { prices: {} }, by).prices).toEqual(NOTHING.prices);
    expect(editModel(before, { currency: "CHF" }, by)).toEqual({ ...before, currency: "CHF" });
  });

  it("gives a rate that is new, changed or explained anew to its editor, and leaves the others to theirs", () => {
    const before: SetModel = {
      ...NOTHING,
      rates: {
        q: { data_loss: rate(2, "two last year"), lost_trust: rate(1, "one") },
        gone: { data_loss: rate(1) },
      },
    };
    const { rates } = editModel(
      before,
      {
        rates: { q: { data_loss: 2, lost_trust: 0.5, failed_launch: 0 } },
        reasons: { q: { failed_launch: "never seen" } },
      },
      by,
    );
    const own = { personId: BEN, at: TUESDAY.toISOString() };
    expect(rates).toEqual({
      q: {
        data_loss: rate(2, "two last year"),
        lost_trust: { incidentsPerYear: 0.5, why: "", ...own },
        failed_launch: { incidentsPerYear: 0, why: "never seen", ...own },
      },
    });
    const explained = editModel(before, { reasons: { q: { data_loss: "three, then one" } } }, by);
    expect(explained.rates).toEqual({
      ...before.rates,
      q: { ...before.rates.q, data_loss: { incidentsPerYear: 2, why: "three, then one", ...own } },
    });
    const said = { why: "two last year" };
    expect(editModel(before, { reasons: { q: { data_loss: said } } }, by)).toEqual(before);
  });

  it("forgets a question with no own rate, and is not confused by odd keys", () => {
    expect(editModel(NOTHING, { rates: { q: {} } }, by).rates).toEqual({});
    const { rates } = editModel(NOTHING, { rates: { constructor: { data_loss: 1 } } }, by);
    expect(ratesIn(rates)).toEqual({ constructor: { data_loss: 1 } });
  });
});
