import { beforeAll, describe, expect, it } from "vitest";
import { deleteService } from "../../commands/services/delete-service";
import { exposure } from "../../contracts/scorecard";
import { COSTS, type Lifecycle } from "../../domain/vocabulary";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadHistory } from "../history/history";
import { loadServices } from "../services/services";
import { loadScorecard } from "./scorecard";

type AService = Awaited<ReturnType<typeof aService>>;
const NONE = { incidents: 0, expectedLoss: null };

const cardOf = (service: AService) =>
  loadScorecard(scopeOf(service.member, "service:read", service.resource), daysLater(1));
const rowOf = async (service: AService, deleted: boolean) => {
  const filters = { team: [service.teamSlug], ...(deleted ? { deleted: "true" as const } : {}) };
  return (await loadServices(scopeOf(service.admin, "service:list"), filters, daysLater(1))).items[0];
};

describe("R6: who carries expected incidents", () => {
  it.each<Lifecycle>(["planned", "building", "launching", "live"])("a %s service does", async (lifecycle) => {
    const service = await aService({ lifecycle });
    const { exposure: carried } = await cardOf(service);
    expect(carried.incidents).toBeGreaterThan(0);
    expect((await rowOf(service, false))?.incidents).toEqual({
      known: carried.known.incidents,
      unknown: carried.unknown.incidents,
    });
  });

  describe.each([
    ["retired", false],
    ["deleted", true],
  ] as const)("a %s service carries none", (_, deleted) => {
    let service: AService;
    beforeAll(async () => {
      service = await aService({ lifecycle: deleted ? "live" : "retired" });
      if (deleted) await deleteService(scopeOf(service.admin, "service:delete", service.resource), NOON);
    });

    it("on its score card", async () => {
      const { exposure: carried } = await cardOf(service);
      expect(carried).toMatchObject({ ...NONE, known: NONE, unknown: NONE, accepted: NONE });
      for (const cost of COSTS) expect(carried.byCost[cost]).toMatchObject({ ...NONE, known: 0, unknown: 0 });
    });

    it("in a list", async () => {
      expect(await rowOf(service, deleted)).toMatchObject({ incidents: { known: 0, unknown: 0 } });
    });

    it("in its history, from then on", async () => {
      const scope = scopeOf(service.member, "service:read", service.resource);
      const { points } = await loadHistory(scope, {}, NOON);
      expect(points.at(-1)?.incidents).toEqual({ known: 0, unknown: 0, accepted: 0 });
    });
  });
});

it("every cost says what of it is known and what is not, and that adds up", async () => {
  const { exposure: carried } = await cardOf(await aService());
  expect(exposure.parse(carried)).toEqual(carried);
  const sum = (of: (cost: (typeof COSTS)[number]) => number) =>
    COSTS.reduce((total, cost) => total + of(cost), 0);
  for (const cost of COSTS) {
    const { incidents, known, unknown } = carried.byCost[cost];
    expect(known + unknown).toBeCloseTo(incidents, 9);
  }
  expect(sum((cost) => carried.byCost[cost].known)).toBeCloseTo(carried.known.incidents, 9);
  expect(sum((cost) => carried.byCost[cost].unknown)).toBeCloseTo(carried.unknown.incidents, 9);
});
