import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import { loadTrend } from "../queries/portfolio/trend";
import { loadScorecardThen } from "../queries/scorecard/past-service";
import { loadServices } from "../queries/services/services";
import { testDatabase } from "../testing/database";
import { aPerson, scopeOf } from "../testing/factories";
import { aLongHistory, dice, type LongHistory } from "../testing/long-history";
import { type NaiveRows, naiveRows, naiveThen } from "../testing/then";
import { TASK_NAMES, TASKS } from "./tasks";

const DAY_MS = 86_400_000;
/** People answer until the middle of May; then nobody does anything for 200 days. */
const FROM = new Date("2026-02-10T08:00:00.000Z");
const LAST = new Date("2026-05-15T17:00:00.000Z");
const NOW = new Date(LAST.getTime() + 200 * DAY_MS);
const BERLIN = "Europe/Berlin";

/** The end of a day in Berlin in 2026, by the almanac: summer time from 29 March 1:00 to 25 October 1:00 UTC. */
function endInBerlin(day: string): Date {
  const summer = day >= "2026-03-29" && day < "2026-10-25";
  return new Date(Date.parse(`${day}T23:59:59.999Z`) - (summer ? 2 : 1) * 3_600_000);
}

const told = new Map<string, ReturnType<typeof naiveThen>>();
/** naiveThen, worked out once for each service and day's end. */
function thenAt(id: string, at: Date) {
  const key = `${id} ${at.getTime()}`;
  const known = told.get(key) ?? naiveThen(id, at, rows);
  told.set(key, known);
  return known;
}

/** Ages services up to an instant in two processes, which set off once both are there. @returns how many each aged */
async function twoAtOnce(until: Date): Promise<number[]> {
  const file = fileURLToPath(new URL("../testing/age-once.ts", import.meta.url));
  const both = [1, 2].map(() => {
    const args = ["--conditions=react-server", "--import", "tsx", file, until.toISOString()];
    const env = { ...process.env, DATABASE_URL: testDatabase() };
    const child = spawn(process.execPath, args, { env, stdio: ["pipe", "pipe", "inherit"] });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  for (const { lines } of both) expect((await lines.next()).value).toBe("ready");
  for (const { child } of both) child.stdin.end("go");
  return Promise.all(both.map(async ({ lines }) => Number((await lines.next()).value)));
}

let history: LongHistory;
/** What entries and facts say once the jobs ran; nothing here writes any afterwards. */
let rows: NaiveRows;
/** When the jobs ran: late, and at uneven times. */
const runs: Date[] = [];

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: BERLIN, currency: "EUR", createdAt: FROM },
  });
  history = await aLongHistory({ seed: 1848, from: FROM, to: LAST, services: 4, steps: 180 });
  const roll = dice(42);
  let clock = LAST.getTime();
  while (clock < NOW.getTime()) {
    clock = Math.min(NOW.getTime(), clock + 1 + roll(18 * DAY_MS));
    runs.push(new Date(clock));
    for (const task of TASK_NAMES) await TASKS[task](new Date(clock));
  }
  rows = await naiveRows();
});

describe("after 200 days, over both changes of the clocks", () => {
  it("H1: every save is an entry of its own, each goes on from the one before, and none can be changed", async () => {
    const entries = await db().entry.findMany({ orderBy: { id: "asc" } });
    const chains = new Map<string, typeof entries>();
    for (const entry of entries) {
      const key = `${entry.serviceId} ${entry.questionKey}`;
      chains.set(key, [...(chains.get(key) ?? []), entry]);
    }
    for (const chain of chains.values()) {
      expect(chain.map((entry) => entry.version)).toEqual(chain.map((_, index) => index + 1));
      expect(chain.map((entry) => entry.from)).toEqual([
        null,
        ...chain.slice(0, -1).map((entry) => entry.to),
      ]);
    }
    const answers = await db().answer.findMany();
    const last = [...chains.values()].map((chain) => chain.at(-1));
    const told = (verdict: string | undefined, at: Date | undefined, version: number | undefined) =>
      [verdict, at?.toISOString(), version].join();
    expect(answers.map((answer) => told(answer.verdict, answer.savedAt, answer.version)).sort()).toEqual(
      last.map((entry) => told(entry?.to, entry?.at, entry?.version)).sort(),
    );
    expect(entries.length).toBeGreaterThan(110);
    await expect(db().entry.updateMany({ data: { reason: "" } })).rejects.toThrow();
    await expect(db().entry.deleteMany()).rejects.toThrow();
  });

  it("S5, H2: answers aged, each in a point dated the very millisecond it went stale, however late the job", async () => {
    let expected = 0;
    for (const { id } of history.services) {
      const entries = await db().entry.findMany({ where: { serviceId: id }, orderBy: { id: "asc" } });
      const facts = await db().serviceFacts.findMany({ where: { serviceId: id }, orderBy: { id: "asc" } });
      const { questions } = await checklistVersion(facts[0]?.checklistVersionId ?? "");
      const instants = new Set<string>();
      for (const [index, entry] of entries.entries()) {
        const question = questions.find((each) => each.key === entry.questionKey);
        const at = new Date(entry.at.getTime() + (question?.reviewAfterDays ?? 0) * DAY_MS + 1);
        const superseded = entries
          .slice(index + 1)
          .some((later) => later.questionKey === entry.questionKey && later.at < at);
        const then = facts.findLast((line) => line.at < at);
        const applies =
          question &&
          (then?.tier ?? 9) <= question.upToTier &&
          (question.tags.length === 0 || question.tags.some((tag) => then?.tags.includes(tag)));
        if (superseded || !applies || then?.deleted || at > NOW || entry.to === "not_applicable") continue;
        instants.add(at.toISOString());
      }
      const points = await db().readinessPoint.findMany({ where: { serviceId: id, cause: "ageing" } });
      expect(points.map((point) => point.at.toISOString()).sort()).toEqual([...instants].sort());
      expected += instants.size;
    }
    expect(expected).toBeGreaterThan(25);
    expect(runs.length).toBeGreaterThan(10);
  });

  it("H2: every point says what a recomputation from entries and facts says of its instant", async () => {
    const points = await db().readinessPoint.findMany({ orderBy: { id: "asc" } });
    for (const point of points) {
      const then = await naiveThen(point.serviceId, point.at, rows);
      if (!then) throw new RangeError("a point is of a service that was there");
      const { nextChangeAt: _, weight: __, areas: ___, abilities: ____, ...readiness } = then.readiness;
      expect(point).toMatchObject({
        ...JSON.parse(JSON.stringify(readiness)),
        teamId: then.teamId,
        tier: then.tier,
        lifecycle: then.lifecycle,
        deleted: then.deleted,
      });
    }
    for (const { id } of history.services) {
      const times = points.filter((point) => point.serviceId === id).map((point) => point.at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
    }
  });

  const DAYS = [
    ...["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26"],
    ...["2026-02-10", "2026-05-15", "2026-08-01", "2026-11-30"],
  ];

  it.each(DAYS)(
    "H3: as of %s a scorecard and a list say what a recomputation says of the day's end",
    async (day) => {
      const list = await loadServices(scopeOf(await aPerson(), "service:list"), { asOf: day }, NOW);
      for (const { id, slug, admin, resource } of history.services) {
        const then = await naiveThen(id, endInBerlin(day), rows);
        const card = await loadScorecardThen(scopeOf(admin, "service:read", resource), day, NOW);
        expect(card.asOf).toBe(endInBerlin(day).toISOString());
        expect({ score: card.score, standing: card.standing, areas: card.areas }).toEqual({
          score: then?.readiness.score,
          standing: then?.readiness.standing,
          areas: then?.readiness.areas,
        });
        expect(card.questions.map((each) => [each.key, each.effectiveVerdict])).toEqual(
          then?.questions.map((each) => [each.question.key, each.verdict]),
        );
        const row = list.items.find((each) => each.slug === slug);
        const shown = then?.deleted ? undefined : then?.readiness;
        expect([row?.score, row?.standing, row?.gaps, row?.stale]).toEqual([
          shown?.score,
          shown?.standing,
          shown?.gaps,
          shown?.stale,
        ]);
      }
    },
  );

  it.each(["30d", "90d", "1y", "all"] as const)(
    "H4: each day of a trend over %s is what the last points up to its end in Berlin add up to",
    async (range) => {
      for (const asOf of [undefined, "2026-10-26", "2026-04-02"]) {
        const scope = scopeOf(await aPerson(), "portfolio:read");
        const { points } = await loadTrend(scope, { range, ...(asOf ? { asOf } : {}) }, NOW);
        expect(points.length).toBeGreaterThan(2);
        for (const point of points) {
          const end = endInBerlin(point.day);
          const all = await Promise.all(history.services.map(({ id }) => thenAt(id, end > NOW ? NOW : end)));
          const counting = all.flatMap((then) =>
            then && !then.deleted && then.lifecycle !== "retired" ? [then.readiness] : [],
          );
          const sum = (of: (each: (typeof counting)[number]) => number) =>
            counting.reduce((total, each) => total + of(each), 0);
          const scores = sum((each) => (each.standing === "unassessed" ? 0 : (each.score ?? 0)));
          expect({ day: point.day, services: point.services, gaps: point.gaps, score: point.score }).toEqual({
            day: point.day,
            services: counting.length,
            gaps: sum((each) => each.gaps),
            score: counting.length === 0 ? null : Math.floor(scores / counting.length),
          });
        }
      }
    },
  );

  it("H2: two processes that age the same services at once write each point once", async () => {
    const late = new Date(NOW.getTime() + 400 * DAY_MS);
    const before = await db().readinessPoint.count();
    const both = await twoAtOnce(late);
    expect(Math.max(...both)).toBeGreaterThan(0);
    const points = await db().readinessPoint.findMany({ where: { at: { gt: NOW } } });
    const names = points.map((point) => `${point.serviceId} ${point.at.toISOString()}`);
    expect(new Set(names).size).toBe(names.length);
    expect(await db().readinessPoint.count()).toBe(before + names.length);
    for (const point of points) {
      expect(point.stale).toBe((await naiveThen(point.serviceId, point.at, rows))?.readiness.stale);
    }
    expect(await TASKS["age-services"](late)).toBe(0);
  });
});
