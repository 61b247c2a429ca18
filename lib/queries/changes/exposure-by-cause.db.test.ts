import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { deleteService } from "../../commands/services/delete-service";
import { editService } from "../../commands/services/edit-service";
import type { Changes, ChangesFilters } from "../../contracts/changes";
import { db } from "../../db/client";
import { EXPOSURE_CAUSES } from "../../domain/exposure-changes";
import { aModel, EXAMPLE_PRICES, twoModels } from "../../testing/cost-models";
import { aPerson, aService, scopeOf } from "../../testing/factories";
import { aLongHistory } from "../../testing/long-history";
import { naiveModel, naivePoint, naiveServices } from "../../testing/naive-portfolio";
import { loadChanges } from "./changes";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-06-01T09:00:00.000Z");
const NOW = new Date("2027-09-01T09:00:00.000Z");
const FIRST = new Date("2026-05-01T00:00:00Z");
const SECOND = new Date("2026-12-20T00:00:00Z");
const SPANS = [
  ["before any prices", "2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"],
  ["while prices are set", "2026-03-01T00:00:00Z", "2026-08-01T00:00:00Z"],
  ["under the same prices", "2026-06-15T00:00:00Z", "2026-12-01T00:00:00Z"],
  ["while prices, severity and rates change", "2026-08-01T00:00:00Z", "2027-03-01T00:00:00Z"],
  ["while only ageing happens", "2027-06-02T00:00:00Z", "2027-08-30T00:00:00Z"],
  ["from before the first service", "2026-01-01T00:00:00Z", NOW.toISOString()],
] as const;

const ask = async (filters: ChangesFilters) =>
  (await loadChanges(scopeOf(await aPerson(), "portfolio:read"), filters, NOW)).exposure;
type Explained = Changes["exposure"]["now"];
const sum = (of: (cause: Explained["byCause"]["model"]) => number, { byCause }: Explained) =>
  EXPOSURE_CAUSES.reduce((total, cause) => total + of(byCause[cause]), 0);

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  const watch = twoModels(FIRST, SECOND);
  await aLongHistory({ ...{ seed: 5, from: FROM, to: TO, services: 5, steps: 200 }, watch });
});

describe("what is expected to be lost, then and later", () => {
  it.each(SPANS)("%s: is what entries say at both ends (R2–R6, H3)", async (_, since, until) => {
    const exposure = await ask({ since, until });
    for (const [at, end] of [
      [since, "from"],
      [until, "to"],
    ] as const) {
      const model = await naiveModel(new Date(at));
      const told = naivePoint("", await naiveServices(new Date(at)), model);
      for (const when of ["now", "atLaunch"] as const) {
        const { incidents, expectedLoss, known } = exposure[when][end];
        expect(incidents).toBeCloseTo(told[when].known + told[when].unknown, 6);
        expect(known.incidents).toBeCloseTo(told[when].known, 6);
        if (model === null) {
          expect([expectedLoss, known.expectedLoss]).toEqual([null, null]);
          continue;
        }
        expect(expectedLoss).toBeCloseTo((told[when].knownLoss ?? 0) + (told[when].unknownLoss ?? 0), 3);
        expect(known.expectedLoss).toBeCloseTo(told[when].knownLoss ?? 0, 3);
      }
    }
  });

  it.each(SPANS)(
    "%s: the causes add up to the whole difference, and to that of known gaps (R1)",
    async (_, since, until) => {
      const exposure = await ask({ since, until });
      for (const when of ["now", "atLaunch"] as const) {
        const { from, to } = exposure[when];
        expect(sum((cause) => cause.incidents, exposure[when])).toBeCloseTo(to.incidents - from.incidents, 6);
        const difference = (to.expectedLoss ?? 0) - (from.expectedLoss ?? 0);
        expect(sum((cause) => cause.expectedLoss ?? 0, exposure[when])).toBeCloseTo(difference, 3);
        const known = (to.known.expectedLoss ?? 0) - (from.known.expectedLoss ?? 0);
        expect(sum((cause) => cause.known.expectedLoss ?? 0, exposure[when])).toBeCloseTo(known, 3);
      }
    },
  );

  it("prices that are set explain all that was open then, and nothing else is in the money of then", async () => {
    const { now } = await ask({ since: "2026-03-01T00:00:00Z", until: "2026-08-01T00:00:00Z" });
    expect(now.from.expectedLoss).toBeNull();
    expect(now.byCause.model.expectedLoss).toBeGreaterThan(0);
    expect(now.byCause.model.incidents).toBe(0);
  });

  it("where nobody did anything, ageing explains it all", async () => {
    const { now } = await ask({ since: "2027-06-02T00:00:00Z", until: "2027-08-30T00:00:00Z" });
    expect(now.byCause.ageing.incidents).toBeGreaterThan(0);
    for (const cause of ["model", "facts", "checklist", "answers"] as const) {
      expect(now.byCause[cause].expectedLoss).toBeCloseTo(0, 6);
    }
  });
});

describe("each cause answers for what it did", () => {
  const on = (day: number) => new Date(`2027-08-${String(day).padStart(2, "0")}T00:00:00Z`);
  let service: Awaited<ReturnType<typeof aService>>;
  const asked = (since: number, until: number) =>
    ask({ since: on(since).toISOString(), until: on(until).toISOString(), service: service.slug });
  const moved = ({ byCause }: Explained) =>
    EXPOSURE_CAUSES.filter((cause) => Math.abs(byCause[cause].expectedLoss ?? 0) > 1e-6);

  beforeAll(async () => {
    service = await aService({ name: "Alone", tier: 2, lifecycle: "building" }, on(2));
    const answer = scopeOf(service.member, "answer:save", service.resource);
    await saveAnswer(answer, "simultaneous-edits-kept", { verdict: "yes", expectedVersion: 0 }, on(5));
    await editService(scopeOf(service.admin, "service:edit", service.resource), { lifecycle: "live" }, on(8));
    await aModel(on(11), { prices: { data_loss: { low: 1_000, high: 9_000 } } });
    await editService(scopeOf(service.admin, "service:edit", service.resource), { tier: 1 }, on(14));
    await deleteService(scopeOf(service.admin, "service:delete", service.resource), on(17));
    await aModel(on(20), { prices: EXAMPLE_PRICES, currency: "USD" });
  });

  it.each([
    ["coming", 1, 3, [], ["facts"]],
    ["an answer", 4, 6, [], ["answers"]],
    ["going live", 7, 9, ["facts"], ["facts"]],
    ["other prices", 10, 12, ["model"], []],
    ["another tier", 13, 15, ["facts"], []],
    ["being deleted", 16, 18, ["facts"], []],
    ["nothing", 9, 10, [], []],
  ] as const)("%s", async (_, since, until, now, atLaunch) => {
    const exposure = await asked(since, until);
    expect([moved(exposure.now), moved(exposure.atLaunch)]).toEqual([now, atLaunch]);
  });

  it("going live moves from launch to now, and is never added up (R6)", async () => {
    const { now, atLaunch } = await asked(7, 9);
    expect(now.byCause.facts.expectedLoss).toBeCloseTo(-(atLaunch.byCause.facts.expectedLoss ?? 0), 6);
    expect(now.from.expectedLoss).toBe(0);
  });

  it("another currency has nothing to be compared with", async () => {
    const exposure = await ask({ since: on(19).toISOString(), until: on(21).toISOString() });
    expect(exposure.currency).toBe("USD");
    expect(exposure.now.from.expectedLoss).toBeNull();
    expect(exposure.now.byCause.model.expectedLoss).toBeCloseTo(exposure.now.to.expectedLoss ?? 0, 3);
  });
});
