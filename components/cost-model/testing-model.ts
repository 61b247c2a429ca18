import type { CostModel } from "@/lib/contracts/cost-model";
import { unpricedModel } from "@/lib/domain/cost-model";

const AT = "2026-11-01T10:00:00.000Z";

/** A model for tests: data loss priced, one rate of its own. */
export function someModel(more: Partial<CostModel> = {}): CostModel {
  const { prices } = unpricedModel("EUR");
  return {
    currency: "EUR",
    prices: { ...prices, data_loss: { low: 10_000, high: 90_000, why: "Two restores last year." } },
    severity: { "1": 1, "2": 0.5, "3": 0.25, "4": 0.1 },
    rates: { "restore-rehearsed": { data_loss: 0.4 } },
    reasons: { "restore-rehearsed": { data_loss: { why: "Twice last year.", by: null, at: AT } } },
    number: 3,
    at: AT,
    by: { id: "0b9a7c52-6f0e-4a53-9d6f-3f0f6a5b7c11", name: "Ana Kirsch" },
    note: "",
    example: false,
    pricedCosts: 1,
    plausibility: [],
    can: { edit: true },
    ...more,
  };
}
