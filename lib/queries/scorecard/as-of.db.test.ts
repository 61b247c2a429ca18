import { beforeAll, describe, expect, it } from "vitest";
import type { Scorecard } from "../../contracts/scorecard";
import type { ServiceRow } from "../../contracts/services";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { aLongHistory, type LongHistory } from "../../testing/long-history";
import { loadServices, loadSummary } from "../services/services";
import { loadTeamStanding } from "../teams/team-standing";
import { loadScorecardThen, loadServiceThen } from "./past-service";
import { loadScorecard } from "./scorecard";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-01-15T09:00:00.000Z");
const NOW = new Date("2027-05-01T09:00:00.000Z");

interface Seen {
  at: Date;
  slug: string;
  card: Scorecard;
  list: ServiceRow[];
  summary: unknown;
}
const seen: Seen[] = [];
let history: LongHistory;

const listing = async () => scopeOf(await aPerson(), "service:list");
const scopeFor = async (slug: string) => {
  const made = history.services.find((each) => each.slug === slug);
  if (!made) throw new RangeError(slug);
  return { read: scopeOf(made.admin, "service:read", made.resource), made };
};

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  const list = await listing();
  let turn = 0;
  history = await aLongHistory({
    seed: 21,
    from: FROM,
    to: TO,
    services: 3,
    steps: 120,
    watch: async ({ services }, at) => {
      turn += 1;
      const made = services[turn % 3];
      if (turn % 4 > 0 || !made) return;
      seen.push({
        at,
        slug: made.slug,
        card: await loadScorecard(scopeOf(made.admin, "service:read", made.resource), at),
        list: (await loadServices(list, { sort: "gaps" }, at)).items,
        summary: await loadSummary(list, { tier: ["1", "3"] }, at),
      });
    },
  });
});

describe("as of an instant (H3)", () => {
  it("a scorecard is the one that was shown then, without plans and with nothing to do", async () => {
    expect(seen.length).toBeGreaterThan(25);
    for (const { at, slug, card } of seen) {
      const { read } = await scopeFor(slug);
      const then = await loadScorecardThen(read, at.toISOString(), NOW);
      expect(Object.values(then.service.can)).not.toContain(true);
      expect({ ...then, service: { ...then.service, can: card.service.can } }).toEqual(card);
      expect(await loadServiceThen(read, at.toISOString(), NOW)).toEqual(then.service);
    }
  });

  it("a list and its sums are the ones that were shown then", async () => {
    const list = await listing();
    for (const { at, list: shown, summary } of seen) {
      const asOf = at.toISOString();
      expect((await loadServices(list, { sort: "gaps", asOf }, NOW)).items).toEqual(shown);
      expect(await loadSummary(list, { tier: ["1", "3"], asOf }, NOW)).toEqual(summary);
    }
  });

  it("a team stands where its services of then stood", async () => {
    const { read, made } = await scopeFor(history.services[0]?.slug ?? "");
    const scope = scopeOf(read.viewer, "team:read", {
      kind: "team",
      id: made.teamId,
      slug: made.teamSlug,
      teamId: made.teamId,
    });
    for (const { at, list: shown } of seen) {
      const then = await loadTeamStanding(scope, at.toISOString(), NOW);
      const [row] = shown.filter((each) => each.team === made.teamSlug && each.lifecycle !== "retired");
      expect(then).toMatchObject({ asOf: at.toISOString(), services: row ? 1 : 0 });
      if (row) expect(then.standing).toMatchObject({ byStanding: { [row.standing]: 1 }, gaps: row.gaps });
    }
  });

  it("counts what aged and was not written down then or since", async () => {
    const late = new Date("2027-04-01T00:00:00.000Z");
    const { read } = await scopeFor(history.services[0]?.slug ?? "");
    const card = await loadScorecardThen(read, late.toISOString(), NOW);
    const point = await db().readinessPoint.findFirstOrThrow({
      where: { serviceId: read.resource.id },
      orderBy: { id: "desc" },
    });
    expect(card.counts.stale).toBeGreaterThan(point.stale);
    const rows = (await loadServices(await listing(), { asOf: late.toISOString() }, NOW)).items;
    const row = rows.find((each) => each.slug === read.resource.slug);
    expect(row).toMatchObject({ score: card.score, stale: card.counts.stale, gaps: card.counts.gaps });
  });

  it("costs seven statements for a scorecard, three for a list, however much happened", async () => {
    const { read } = await scopeFor(history.services[0]?.slug ?? "");
    const asOf = "2026-09-01";
    await loadScorecardThen(read, asOf, NOW);
    const card = await countStatements(() => loadScorecardThen(read, asOf, NOW));
    expect(card.statements.length).toBeLessThanOrEqual(7);
    const list = await listing();
    const page = await countStatements(() => loadServices(list, { asOf }, NOW));
    expect(page.statements.length).toBeLessThanOrEqual(3);
  });
});

describe("asked over the API", () => {
  let as: string;
  beforeAll(async () => {
    as = await signedIn(await aPerson({ name: "Reader" }));
  });
  const get = (operation: "loadService" | "loadScorecard" | "loadTeam" | "listServices", query: string) => {
    const [first] = history.services;
    return send(operation, {
      as,
      params: { service: first?.slug ?? "", team: first?.teamSlug ?? "" },
      query,
    });
  };

  it("a day means its end where the organisation is", async () => {
    const reply = await get("loadScorecard", "asOf=2026-03-29");
    expect(reply).toMatchObject({ status: 200, body: { asOf: "2026-03-29T21:59:59.999Z" } });
    expect(await get("loadTeam", "asOf=2026-10-25")).toMatchObject({
      status: 200,
      body: { asOf: "2026-10-25T22:59:59.999Z" },
    });
  });

  it("before a service was there, its page says so and the list does without it", async () => {
    for (const operation of ["loadService", "loadScorecard"] as const) {
      const reply = await get(operation, "asOf=2026-01-09");
      expect(reply).toMatchObject({ status: 404, body: { code: "not_found" } });
      expect(JSON.stringify(reply.body)).toContain(
        "was not there yet on 2026-01-09: it was created on 2026-01-10",
      );
    }
    expect(await get("listServices", "asOf=2026-01-09")).toMatchObject({ status: 200, body: { items: [] } });
  });

  it.each(["loadService", "loadScorecard", "loadTeam", "listServices"] as const)(
    "%s refuses what is still to come, and what is no day, naming the field",
    async (operation) => {
      for (const asOf of ["9998-01-01", "9998-01-01T00:00:00Z", "tomorrow", "2026-02-30"]) {
        expect(await get(operation, `asOf=${asOf}`)).toMatchObject({
          status: 400,
          body: { code: "invalid_input", errors: [{ field: "asOf" }] },
        });
      }
    },
  );
});
