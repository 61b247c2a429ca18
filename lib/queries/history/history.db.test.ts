import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import type { HistoryFilters } from "../../contracts/scorecard";
import { db } from "../../db/client";
import { AREAS } from "../../domain/vocabulary";
import { countStatements } from "../../testing/count-statements";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadHistory } from "./history";

const QUESTION = "simultaneous-edits-kept";
const OTHER = "we-know-first";
const MINUTE = 60_000;

type AService = Awaited<ReturnType<typeof aService>>;
const history = (service: AService, filters: HistoryFilters, now = NOON) =>
  loadHistory(scopeOf(service.member, "service:read", service.resource), filters, now);

/** Points as history left them: copies of the first, at other instants. */
async function written(service: AService, points: readonly { at: Date; score: number }[]): Promise<void> {
  const first = await db().readinessPoint.findFirstOrThrow({ where: { serviceId: service.id } });
  const { id: _, ...rest } = first;
  await db().readinessPoint.createMany({
    data: points.map((point) => ({ ...rest, ...point, cause: "answer" as const })) as never,
  });
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR", createdAt: NOON },
  });
});

describe("filters of the entries", () => {
  let service: AService;
  beforeAll(async () => {
    service = await aService({ tier: 1 });
    const scope = scopeOf(service.member, "answer:save", service.resource);
    const answer = { verdict: "yes", reason: "seen", expectedVersion: 0 } as const;
    await saveAnswer(scope, QUESTION, answer, NOON);
    await saveAnswer(scope, OTHER, answer, NOON);
  });
  const keys = async (filters: HistoryFilters) =>
    (await history(service, filters)).entries.map((entry) => entry.question);

  it("question and area narrow together; a question of another area gives nothing", async () => {
    expect(await keys({ area: "concurrency" })).toEqual([QUESTION]);
    expect(await keys({ question: QUESTION, area: "concurrency" })).toEqual([QUESTION]);
    expect(await keys({ question: OTHER, area: "concurrency" })).toEqual([]);
    expect(await keys({ question: "no-such", area: "concurrency" })).toEqual([]);
    for (const area of AREAS) {
      const both = [
        ...(await keys({ question: QUESTION, area })),
        ...(await keys({ question: OTHER, area })),
      ];
      expect((await keys({ area })).sort()).toEqual(both.sort());
    }
  });

  it("an area finds answers to a question that another version of the checklist asks", async () => {
    const { checklistVersionId: id } = await db().service.findUniqueOrThrow({ where: { id: service.id } });
    const version = await db().checklistVersion.findUniqueOrThrow({ where: { id } });
    const other = randomUUID();
    await db().checklistVersion.create({
      data: { id: other, checklistId: version.checklistId, number: 900, status: "draft" },
    });
    const question = await db().question.findFirstOrThrow({ where: { versionId: id, key: QUESTION } });
    await db().question.create({
      data: { ...question, id: randomUUID(), versionId: other, key: "asked-once" },
    });
    const entry = await db().entry.findFirstOrThrow({ where: { serviceId: service.id } });
    const { id: _, ...rest } = entry;
    await db().entry.create({ data: { ...rest, questionKey: "asked-once" } as never });
    expect(await keys({ area: "concurrency" })).toEqual(["asked-once", QUESTION]);
  });
});

describe("points (H2, H4)", () => {
  it("keep the last one of each day in the organisation's time zone, oldest first", async () => {
    const service = await aService({}, daysLater(-5));
    // 18:14 UTC is the last minute of a day in Kathmandu (+5:45)
    const at = (text: string) => new Date(`2026-06-12T${text}Z`);
    await written(service, [
      { at: at("09:00:00"), score: 1 },
      { at: at("18:14:59.999"), score: 2 },
      { at: at("18:15:00"), score: 3 },
      { at: at("23:59:00"), score: 4 },
    ]);
    const { points } = await history(service, {});
    expect(points.map((point) => [point.at.slice(8, 16), point.score])).toEqual([
      ["10T12:00", 0],
      ["12T18:14", 2],
      ["12T23:59", 4],
    ]);
  });

  it("of the same instant, the one written last", async () => {
    const service = await aService({}, daysLater(-5));
    await written(service, [
      { at: daysLater(-3), score: 9 },
      { at: daysLater(-3), score: 5 },
    ]);
    expect((await history(service, {})).points.at(-1)?.score).toBe(5);
  });

  it("keep the past, however many points a busy day has", async () => {
    const service = await aService({}, daysLater(-400));
    const busy = Array.from({ length: 1_500 }, (_, n) => ({ at: daysLater(-1, n * 1000), score: n % 101 }));
    await written(service, [{ at: daysLater(-200), score: 7 }, ...busy]);
    const { points } = await history(service, {});
    expect(points.map((point) => point.score)).toEqual([0, 7, 1_499 % 101]);
    expect(points[0]?.at).toBe(daysLater(-400).toISOString());
  });

  it("are at most 750 days, the newest", async () => {
    const service = await aService({}, daysLater(-2000));
    await written(
      service,
      Array.from({ length: 800 }, (_, n) => ({ at: daysLater(-800 + n), score: n % 101 })),
    );
    const { points } = await history(service, {});
    expect(points).toHaveLength(750);
    expect(points.at(-1)?.at).toBe(daysLater(-1).toISOString());
  });

  it("of today are all there, the newest 200", async () => {
    const service = await aService({}, daysLater(0, -MINUTE));
    await written(service, [
      { at: daysLater(0), score: 3 },
      { at: daysLater(0, MINUTE), score: 6 },
    ]);
    const now = daysLater(0, 2 * MINUTE);
    expect((await history(service, {}, now)).points.map((point) => point.score)).toEqual([0, 3, 6]);
    expect((await history(service, {}, daysLater(1))).points.map((point) => point.score)).toEqual([6]);
    await written(
      service,
      Array.from({ length: 300 }, (_, n) => ({ at: daysLater(0, MINUTE + n), score: 8 })),
    );
    expect((await history(service, {}, now)).points.map((point) => point.score)).toEqual(Array(200).fill(8));
  });

  it("of a span begin with what held before it, and end with it", async () => {
    const service = await aService({}, daysLater(-30));
    await written(service, [
      { at: daysLater(-20), score: 2 },
      { at: daysLater(-10), score: 3 },
      { at: daysLater(-5), score: 4 },
    ]);
    const of = async (filters: HistoryFilters) =>
      (await history(service, filters)).points.map((point) => point.score);
    const from = daysLater(-15).toISOString();
    expect(await of({ from })).toEqual([2, 3, 4]);
    expect(await of({ from, to: daysLater(-10).toISOString() })).toEqual([2, 3]);
    expect(await of({ from: daysLater(-10).toISOString() })).toEqual([2, 3, 4]);
    expect(await of({ from: daysLater(-40).toISOString() })).toEqual([0, 2, 3, 4]);
    expect(await of({ to: daysLater(-15).toISOString() })).toEqual([0, 2]);
  });

  it("of days go from the beginning of one to the end of another where the organisation is", async () => {
    const zone = (timeZone: string) => db().organisation.update({ where: { id: 1 }, data: { timeZone } });
    await zone("Europe/Berlin");
    const service = await aService({}, new Date("2026-03-01T00:00:00Z"));
    // The last day of winter time ends at 23:00 UTC, the first of summer time at 22:00.
    await written(service, [
      { at: new Date("2026-03-28T22:59:59.999Z"), score: 2 },
      { at: new Date("2026-03-28T23:00:00.000Z"), score: 3 },
      { at: new Date("2026-03-29T21:59:59.999Z"), score: 4 },
      { at: new Date("2026-03-29T22:00:00.000Z"), score: 5 },
    ]);
    const { points } = await history(service, { from: "2026-03-29", to: "2026-03-29" });
    expect(points.map((point) => point.score)).toEqual([2, 4]);
    await zone("Asia/Kathmandu");
  });

  it("take one statement", async () => {
    const service = await aService();
    const { statements } = await countStatements(() => history(service, {}));
    expect(statements.filter((sql) => sql.includes('"ReadinessPoint"'))).toHaveLength(1);
    const most = (sent: string[], count: number) =>
      expect(sent.length, sent.join("\n\n")).toBeLessThanOrEqual(count);
    most(statements, 5);
    const filtered = await countStatements(() => history(service, { area: "concurrency" }));
    most(filtered.statements, 6);
    const second = await countStatements(() => history(service, { cursor: "1" }));
    expect(second.statements.filter((sql) => sql.includes('"ReadinessPoint"'))).toEqual([]);
  });
});
