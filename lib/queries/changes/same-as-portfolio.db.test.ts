import { beforeAll, describe, expect, it } from "vitest";
import type { ServiceResource } from "../../auth/resources";
import { saveAnswer } from "../../commands/answers/save-answer";
import { importCsv } from "../../commands/import/import-csv";
import { editService } from "../../commands/services/edit-service";
import type { PortfolioFilters } from "../../contracts/portfolio";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { twoModels } from "../../testing/cost-models";
import { aPerson, aService, scopeOf } from "../../testing/factories";
import { openQuestions } from "../../testing/fold";
import { aLongHistory } from "../../testing/long-history";
import { loadPortfolio } from "../portfolio/portfolio";
import { loadChanges } from "./changes";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const NOW = new Date("2026-09-01T09:00:00.000Z");
const on = (day: string) => new Date(`2026-${day}T09:00:00.000Z`);
let viewer: Awaited<ReturnType<typeof aPerson>>;

/** What the portfolio says of the month before an instant, and what the page it leads to says of the same time. */
async function both(choice: PortfolioFilters, now = NOW) {
  const scope = scopeOf(viewer, "portfolio:read");
  const portfolio = await loadPortfolio(scope, choice, now);
  if (!portfolio.since) throw new RangeError("there were services then");
  const changes = await loadChanges(scope, { ...choice, since: portfolio.since.day }, now);
  return { since: portfolio.since, totals: portfolio.totals, changes };
}

async function becomesReady(service: { id: string; admin: typeof viewer; resource: ServiceResource }) {
  for (const questionKey of await openQuestions(service.id)) {
    const scope = scopeOf(service.admin, "answer:save", service.resource);
    const body = { verdict: "yes" as const, reason: "It is so.", expectedVersion: 0 };
    await saveAnswer(scope, questionKey, body, on("08-10"));
  }
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  viewer = await aPerson({ admin: true });
  const watch = twoModels(on("03-01"), on("08-15"));
  await aLongHistory({ ...{ seed: 21, from: FROM, to: NOW, services: 5, steps: 160 }, watch });
  await becomesReady(await aService({ name: "Becomes ready", tier: 4 }, on("02-01")));
  const retired = await aService({ name: "Retires", tier: 4 }, on("02-01"));
  const edit = scopeOf(retired.admin, "service:edit", retired.resource);
  await editService(edit, { lifecycle: "retired" }, on("08-20"));
  await becomesReady(await aService({ name: "Comes ready", tier: 4 }, on("08-05")));
  await ageServices(NOW);
});

describe("what changed, and the portfolio that leads to it", () => {
  it.each([{}, { tier: ["1", "2"] }, { lifecycle: ["live"] }] as PortfolioFilters[])(
    "of %j say the same difference of known exposure (R1)",
    async (choice) => {
      const { since, totals, changes } = await both(choice);
      const { from, to, byCause } = changes.exposure.now;
      expect(to.known.incidents - from.known.incidents).toBeCloseTo(totals.now.known - since.from.known, 6);
      const difference = (totals.now.knownLoss ?? 0) - (since.from.knownLoss ?? 0);
      expect(Math.abs(difference)).toBeGreaterThan(1);
      expect((to.known.expectedLoss ?? 0) - (from.known.expectedLoss ?? 0)).toBeCloseTo(difference, 3);
      const causes = Object.values(byCause);
      expect(causes.reduce((sum, each) => sum + (each.known.expectedLoss ?? 0), 0)).toBeCloseTo(
        difference,
        3,
      );
    },
  );

  it("count the same services that came, left, became ready and fell back (S8)", async () => {
    const { since, changes } = await both({});
    const { came, left, becameReady, fellBack } = changes.total;
    expect({ came, left, becameReady, fellBack }).toEqual({
      came: since.added,
      left: since.left,
      becameReady: since.becameReady.count,
      fellBack: since.fellBack.count,
    });
    expect([came, left, becameReady]).toEqual([2, 1, 2]);
  });

  it("count them beyond the 200 that are listed", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => `Imported ${index},Crowd,4,live`);
    const csv = ["Name,Team,Tier,Lifecycle", ...rows].join("\n");
    await importCsv(scopeOf(viewer, "import:run"), { csv }, NOW);
    const { since, changes } = await both({}, new Date(NOW.getTime() + 1_000));
    expect(changes.services).toHaveLength(200);
    expect(changes.total).toMatchObject({ came: 252, left: 1, becameReady: 2 });
    expect(changes.total.services).toBeGreaterThanOrEqual(253);
    expect(since).toMatchObject({ added: 252, becameReady: { count: 2 } });
  });
});
