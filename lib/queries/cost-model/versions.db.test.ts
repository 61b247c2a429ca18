import { beforeAll, describe, expect, it } from "vitest";
import { saveModel } from "../../commands/cost-model/save-model";
import type { CostModelSave } from "../../contracts/cost-model";
import { type ModelVersionFilters, modelVersions } from "../../contracts/model-history";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, daysLater, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { loadModelVersions } from "./versions";

const EDITS = "simultaneous-edits-kept";
let cto: SignedIn;
let ana: SignedIn;
const load = async (filters: ModelVersionFilters = {}) =>
  modelVersions.parse(await loadModelVersions(scopeOf(ana, "model:read"), filters));

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  cto = await aPerson({ name: "Cleo", executive: true });
  ana = await aPerson({ name: "Ana", admin: true });
  const steps: [SignedIn, CostModelSave][] = [
    [cto, { prices: { data_loss: { low: 1, high: 9 } }, note: "a guess" }],
    [ana, { prices: { data_loss: null }, severity: { "4": 0 } }],
    [cto, { rates: { [EDITS]: { data_loss: 2 } }, reasons: { [EDITS]: { data_loss: "twice last year" } } }],
    [ana, { rates: {}, currency: "CHF" }],
  ];
  for (const [index, [who, body]] of steps.entries()) {
    await saveModel(scopeOf(who, "model:edit"), body, daysLater(index));
  }
});

describe("the history of the model", () => {
  it("says newest first who changed what, and why", async () => {
    const { items, nextCursor } = await load();
    expect(nextCursor).toBeNull();
    expect(
      items.map(({ number, by, note, at, pricedCosts, currency }) => [
        number,
        by?.name,
        note,
        at,
        pricedCosts,
        currency,
      ]),
    ).toEqual([
      [4, "Ana", "", daysLater(3).toISOString(), 0, "CHF"],
      [3, "Cleo", "", daysLater(2).toISOString(), 0, "EUR"],
      [2, "Ana", "", daysLater(1).toISOString(), 0, "EUR"],
      [1, "Cleo", "a guess", daysLater(0).toISOString(), 1, "EUR"],
    ]);
    const rate = { kind: "rate", question: EDITS, cost: "data_loss" };
    expect(items.map((each) => each.changes)).toEqual([
      [
        { kind: "currency", from: "EUR", to: "CHF" },
        { ...rate, from: 2, to: null, why: "" },
      ],
      [{ ...rate, from: null, to: 2, why: "twice last year" }],
      [
        { kind: "price", cost: "data_loss", from: { low: 1, high: 9 }, to: null },
        { kind: "severity", tier: 4, from: 0.1, to: 0 },
      ],
      [{ kind: "price", cost: "data_loss", from: null, to: { low: 1, high: 9 } }],
    ]);
  });

  it("comes in pages, the last of which still knows what came before it", async () => {
    const whole = (await load()).items;
    const first = await load({ limit: 3 });
    const rest = await load({ limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...rest.items]).toEqual(whole);
    expect([first.nextCursor, rest.nextCursor]).toEqual(["2", null]);
  });

  it("takes two statements once it was read", async () => {
    await load();
    expect((await countStatements(() => load())).statements.length).toBeLessThanOrEqual(2);
  });
});
