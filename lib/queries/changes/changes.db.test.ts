import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { editService } from "../../commands/services/edit-service";
import type { Changes } from "../../contracts/changes";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, scopeOf } from "../../testing/factories";
import { aLongHistory, type LongHistory } from "../../testing/long-history";
import { type NaiveRows, type NaiveThen, naiveRows, naiveThen } from "../../testing/then";
import { loadChanges } from "./changes";

const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-06-01T09:00:00.000Z");
const NOW = new Date("2027-09-01T09:00:00.000Z");
const SPANS = [
  ["2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z"],
  ["2026-06-15T00:00:00Z", "2026-12-01T00:00:00Z"],
  ["2026-12-01T00:00:00Z", "2027-02-01T00:00:00Z"],
  ["2026-01-01T00:00:00Z", NOW.toISOString()],
] as const;

let history: LongHistory;
/** What entries and facts say of the services of the history; nobody adds to those. */
let rows: NaiveRows;
const scope = async () => scopeOf(await aPerson(), "portfolio:read");
const ask = async (filters: Parameters<typeof loadChanges>[1]) => loadChanges(await scope(), filters, NOW);

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  history = await aLongHistory({ seed: 11, from: FROM, to: TO, services: 4, steps: 160 });
  rows = await naiveRows();
});

const gapsOf = (then: NaiveThen | null): string[] =>
  !then || then.deleted || then.lifecycle === "retired"
    ? []
    : then.questions.filter((each) => each.gap).map((each) => each.question.key);

describe("what changed between two instants", () => {
  it.each(SPANS)(
    "from %s to %s: the gaps that are open at one end only, dated and told why as their history says",
    async (since, until) => {
      const changes = await ask({ since, until });
      let [opened, closed] = [0, 0];
      for (const { id, slug } of history.services) {
        const before = gapsOf(await naiveThen(id, new Date(since), rows));
        const after = gapsOf(await naiveThen(id, new Date(until), rows));
        const questions = (list: Changes["gaps"]["opened"]) =>
          list.filter((gap) => gap.service === slug).map((gap) => gap.question);
        expect(questions(changes.gaps.opened).sort()).toEqual(
          after.filter((key) => !before.includes(key)).sort(),
        );
        expect(questions(changes.gaps.closed).sort()).toEqual(
          before.filter((key) => !after.includes(key)).sort(),
        );
        opened += questions(changes.gaps.opened).length;
        closed += questions(changes.gaps.closed).length;
        for (const gap of changes.gaps.opened) if (gap.service === slug) await check(id, gap, true);
        for (const gap of changes.gaps.closed) if (gap.service === slug) await check(id, gap, false);
      }
      expect(changes.total).toMatchObject({ opened, closed });
      const sum = (way: "opened" | "closed") =>
        Object.values(changes.byCause).reduce((total, count) => total + count[way], 0);
      expect([sum("opened"), sum("closed")]).toEqual([opened, closed]);
      expect(opened + closed).toBeGreaterThan(5);
    },
  );

  /** Whether the gap really turned at that instant, and by what is said. */
  async function check(serviceId: string, gap: Changes["gaps"]["opened"][number], open: boolean) {
    const at = new Date(gap.at);
    const there = await naiveThen(serviceId, at, rows);
    const before = await naiveThen(serviceId, new Date(+at - 1), rows);
    expect(gapsOf(there).includes(gap.question)).toBe(open);
    expect(gapsOf(before).includes(gap.question)).toBe(!open);
    const entry = await db().entry.findFirst({ where: { serviceId, at, questionKey: gap.question } });
    const facts = await db().serviceFacts.findFirst({ where: { serviceId, at } });
    const found = entry ? "answer" : facts ? "facts" : "ageing";
    expect(["created", "deleted", "restored"].includes(gap.cause) ? "facts" : gap.cause).toBe(found);
  }

  it.each(SPANS)(
    "from %s to %s: the services whose standing, score, lifecycle or tier differ",
    async (since, until) => {
      const changes = await ask({ since, until });
      const stood = async (id: string, at: string) => {
        const then = await naiveThen(id, new Date(at), rows);
        if (!then || then.deleted) return null;
        const { standing, score } = then.readiness;
        return { standing, score, lifecycle: then.lifecycle, tier: then.tier };
      };
      const expected = await Promise.all(
        history.services.map(async ({ id, slug }) => ({
          service: slug,
          from: await stood(id, since),
          to: await stood(id, until),
        })),
      );
      const moved = expected.filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
      const found = changes.services.map(({ service, from, to }) => ({ service, from, to }));
      const bySlug = (a: { service: string }, b: { service: string }) => (a.service < b.service ? -1 : 1);
      expect(found.sort(bySlug)).toEqual(moved.sort(bySlug));
      expect(changes.total.services).toBe(moved.length);
    },
  );

  it("counts ageing that the job has not written down yet, and says the same afterwards", async () => {
    const filters = { since: "2027-06-02T00:00:00Z", until: "2027-08-30T00:00:00Z" };
    const before = await ask(filters);
    expect(before.byCause.ageing?.opened).toBeGreaterThan(0);
    await ageServices(NOW);
    expect(await ask(filters)).toEqual(before);
  });
});

describe("asked about", () => {
  it("days mean their ends in the organisation's time zone", async () => {
    const { since, until } = await ask({ since: "2026-03-28", until: "2026-03-29" });
    expect([since, until]).toEqual(["2026-03-28T22:59:59.999Z", "2026-03-29T21:59:59.999Z"]);
  });

  it.each([
    [{ since: "2027-09-02" }, "since"],
    [{ since: "2027-08-01", until: "2027-09-02" }, "until"],
    [{ since: "2027-08-02", until: "2027-08-01" }, "until"],
  ])("%j is refused, naming %s", async (filters, field) => {
    await expect(ask(filters)).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field }] },
    });
  });

  it("a team means its services at either end", async () => {
    const left = await aService({ name: "Mover" }, new Date("2027-08-01T00:00:00Z"));
    const other = await aService({ name: "Other" }, new Date("2027-08-01T00:00:00Z"));
    const edit = scopeOf(left.admin, "service:edit", left.resource);
    await editService(
      edit,
      { team: other.teamSlug, lifecycle: "building" },
      new Date("2027-08-10T00:00:00Z"),
    );
    const names = async (team: string) =>
      (await ask({ since: "2027-08-05", team: [team] })).services.map((each) => each.serviceName);
    expect([await names(left.teamSlug), await names(other.teamSlug)]).toEqual([["Mover"], ["Mover"]]);
  });

  it("other filters narrow, and one service can be asked about alone", async () => {
    const since = "2026-01-01";
    const all = await ask({ since });
    const one = all.gaps.opened[0]?.service ?? "";
    const alone = await ask({ since, service: one });
    expect(new Set(alone.gaps.opened.map((gap) => gap.service))).toEqual(new Set([one]));
    expect(alone.total.opened).toBe(all.gaps.opened.filter((gap) => gap.service === one).length);
    expect((await ask({ since, q: "no such name" })).total).toMatchObject({
      services: 0,
      opened: 0,
      closed: 0,
    });
    const ready = await ask({ since, standing: ["production_ready"] });
    expect(ready.total.services).toBe(0);
  });

  it("nothing happened is nothing", async () => {
    const changes = await ask({ since: "2027-08-31T00:00:00Z", until: "2027-08-31T00:00:01Z" });
    expect(changes).toMatchObject({
      services: [],
      byCause: {},
      total: { services: 0, opened: 0, closed: 0 },
    });
  });
});

describe("cost", () => {
  it("one statement, however many services changed", async () => {
    const asked = await scope();
    const { statements, result } = await countStatements(() =>
      loadChanges(asked, { since: "2026-01-01" }, NOW),
    );
    expect(result.total.services).toBeGreaterThan(3);
    expect(statements).toHaveLength(1);
  });

  it("lists of at most 200, the most costly first, and totals of all", async () => {
    for (let index = 0; index < 6; index += 1) {
      await aService(
        { name: `Many ${index}`, tier: 1, tags: ["public", "payments"] },
        new Date("2027-08-20T00:00:00Z"),
      );
    }
    const { gaps, total } = await ask({ since: "2027-08-19", until: "2027-08-20" });
    expect(gaps.opened).toHaveLength(200);
    expect(total.opened).toBeGreaterThan(200);
    const worths = gaps.opened.map((gap) => gap.incidentsPerYear);
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
  });

  it("a gap that opened and closed again is no change", async () => {
    const service = await aService({ name: "Calm" }, new Date("2027-08-22T00:00:00Z"));
    const answer = scopeOf(service.member, "answer:save", service.resource);
    const save = (verdict: "yes" | "no", expectedVersion: number, at: string) =>
      saveAnswer(
        answer,
        "surprising-input-survived",
        { verdict, expectedVersion, reason: "so" },
        new Date(at),
      );
    await save("yes", 0, "2027-08-23T00:00:00Z");
    await save("no", 1, "2027-08-25T00:00:00Z");
    await save("yes", 2, "2027-08-26T00:00:00Z");
    const { total } = await ask({ since: "2027-08-24", until: "2027-08-27", service: service.slug });
    expect(total).toMatchObject({ services: 0, opened: 0, closed: 0 });
  });
});
