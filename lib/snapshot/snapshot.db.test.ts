import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveServices } from "../commands/checklists/move-services";
import { importCsv } from "../commands/import/import-csv";
import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import { applies } from "../domain/applies";
import type { Question } from "../domain/checklist";
import { incidentsByCost } from "../domain/tally";
import type { Tier } from "../domain/vocabulary";
import { aChecklist, aVersion, aWhole } from "../testing/checklists";
import { aModel } from "../testing/cost-models";
import { testDatabase } from "../testing/database";
import { aPerson, aService, scopeOf } from "../testing/factories";
import { aLongHistory, dice, type LongHistory } from "../testing/long-history";
import { SecondProcess, toldIn, toldOf } from "../testing/snapshot-process";
import { naiveRows, naiveThen } from "../testing/then";
import { waiveSomething } from "../testing/waivers";
import { currentHistories } from "./current-histories";
import { loadHistories } from "./load-histories";
import type { ServiceThen } from "./service-then";
import { snapshotAt, snapshotNow } from "./snapshot-at";

// Over the days of 23 and of 25 hours of both time zones.
const FROM = new Date("2026-01-10T09:00:00.000Z");
const TO = new Date("2027-01-10T09:00:00.000Z");
const ZONES = ["Europe/Berlin", "America/St_Johns"];
const SERVICES = 5;
const STEPS = 120;

const q = (key: string, some: Partial<Question> = {}) => aWhole({ key, reviewAfterDays: 30, ...some });
const QUESTIONS = [
  q("stays", { critical: true }),
  ...[q("by-two"), q("for-some", { tags: ["public"] }), q("for-few", { upToTier: 2 })],
  q("turns", { weight: 3, costs: [{ cost: "data_loss", incidentsPerYear: 2, because: "it is seen" }] }),
];

/** Compares what is told of a service with what the naive reader tells from the same rows. */
async function expectAsNaive(
  then: ServiceThen | undefined,
  id: string,
  at: Date,
  rows: Awaited<ReturnType<typeof naiveRows>>,
) {
  const naive = await naiveThen(id, at, rows);
  expect(then === undefined).toBe(naive === null);
  if (!then || !naive) return;
  const { nextChangeAt, incidents, areas, abilities, ...counts } = naive.readiness;
  expect(then).toMatchObject(counts);
  expect(incidentsByCost(then.incidents)).toEqual(incidents);
  expect(then.areas).toEqual(areas);
  expect(then.abilities).toEqual(abilities);
  expect(then.nextChange).toBe(nextChangeAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const { tier, lifecycle, teamId, deleted } = naive;
  expect(then.facts).toMatchObject({ tier, lifecycle, teamId, deleted });
  const told = (of: Pick<ServiceThen, "questions"> | typeof naive) =>
    (typeof of.questions === "function" ? of.questions() : of.questions).map(
      ({ question, answer, verdict, stale, gap, waived, blocker }) => ({
        ...{ key: question.key, answer, verdict, stale, gap, waived, blocker },
      }),
    );
  expect(told(then)).toEqual(told(naive));
}

const roll = dice(29);
let history: Pick<LongHistory, "services">;
let checklist: Awaited<ReturnType<typeof aChecklist>>;
/** The service whose answers come late: they are written in transactions that others overtake. */
let late: Awaited<ReturnType<typeof aService>>;
let second: SecondProcess;
/** Who decides about waivers. */
let decider: Awaited<ReturnType<typeof aPerson>>;
const ids = () => [...history.services, late].map(({ id }) => id);

/** A transaction that is under way. */
interface Writer {
  client: pg.Client;
  /** The earliest instant of what it wrote; null while none is open. */
  since: number | null;
}
const writers: Writer[] = [];
let version = 1;
/** The instants of the last turns. */
const looked: Date[] = [];
/** What the present was, by service. */
const recorded = new Map<string, { at: Date; told: string | null }[]>();

/** One of the slow writers begins, goes on, or ends. */
async function writeSlowly(writer: Writer, at: Date): Promise<void> {
  const { client } = writer;
  const kind = roll(6);
  if (writer.since !== null && kind < 3) {
    await client.query(kind === 0 ? "ROLLBACK" : "COMMIT");
    // A late commit changes what was true since its entries say.
    const since = kind === 0 ? Number.POSITIVE_INFINITY : writer.since;
    const [before = []] = [recorded.get(late.id)];
    recorded.set(
      late.id,
      before.filter((each) => each.at.getTime() < since),
    );
    writer.since = null;
    return;
  }
  if (writer.since === null) await client.query("BEGIN");
  writer.since ??= at.getTime();
  if (kind >= 4) await client.query("SAVEPOINT here");
  version += 1;
  await client.query(
    `INSERT INTO "Entry" ("serviceId", "questionKey", "version", "kind", "at", "personId", "source", "from", "to", "reason", "evidence")
     VALUES ($1, $2, $3, 'save', $4, $5, 'person', 'no', $6, 'So it is.', '[]')`,
    [
      ...[late.id, roll(2) === 0 ? "stays" : "by-two", version, at, late.admin.person.id],
      ["yes", "no", "partly", "not_applicable"][roll(4)],
    ],
  );
  if (kind === 4) await client.query("ROLLBACK TO SAVEPOINT here");
  if (kind === 5) await client.query("RELEASE SAVEPOINT here");
}

/** Two files at the same millisecond, of two services each, some answers given long before. */
async function importTwice(at: Date): Promise<void> {
  for (let file = 0; file < 2; file += 1) {
    const lines: string[] = [];
    for (const made of history.services) {
      const row = await db().service.findUniqueOrThrow({ where: { id: made.id } });
      if (row.deletedAt || row.lifecycle === "retired") continue;
      const { questions } = await checklistVersion(row.checklistVersionId);
      const asked = questions.filter((each) => applies(each, { tier: row.tier as Tier, tags: row.tags }));
      const key = asked[roll(Math.min(4, asked.length))]?.key ?? "";
      const verdict = ["yes", "no", "n/a"][roll(3)];
      const savedAt = roll(2) === 0 ? "" : new Date(at.getTime() - (1 + roll(40)) * 86_400_000).toISOString();
      lines.push(`${row.slug},${key},${verdict},So it is told.,${savedAt}`);
    }
    const csv = `service,question,verdict,reason,savedAt\n${lines.join("\n")}\n`;
    if (lines.length > 0) await importCsv(scopeOf(late.admin, "import:run"), { csv }, at);
  }
}

async function moveOne(at: Date): Promise<void> {
  const made = history.services[roll(SERVICES)];
  const row = await db().service.findUniqueOrThrow({ where: { id: made?.id ?? "" } });
  if (row.deletedAt) return;
  const scope = scopeOf(late.admin, "checklist:move");
  await moveServices(scope, { checklist: checklist.key }, { to: 1 + roll(2), services: [row.slug] }, at);
}

async function changeRates(at: Date): Promise<void> {
  const rates = { turns: { data_loss: roll(5) / 4 }, stays: { lost_trust: roll(3) } };
  await aModel(at, { rates });
}

/** What else happens after each thing that people did, and what is then compared. */
async function goOn(made: Pick<LongHistory, "services">, instant: Date, turn: number): Promise<void> {
  history = made;
  const at = new Date(instant.getTime() + 1);
  const kind = roll(12);
  if (kind < 2) await moveOne(at);
  else if (kind === 2) await changeRates(at);
  else if (kind === 3) await importTwice(at);
  else if (kind === 4)
    await db().organisation.update({ where: { id: 1 }, data: { timeZone: ZONES[roll(2)] ?? "" } });
  else {
    const made = history.services[roll(SERVICES)];
    if (made) await waiveSomething(made, decider, roll, at);
  }
  for (const writer of writers) await writeSlowly(writer, at);
  // Each of the two looks now and then, so that what is new to one is old to the other.
  const now = new Date(at.getTime() + 10);
  if (turn % 3 === 0) {
    const mine = await snapshotNow(now);
    const rows = await naiveRows();
    for (const id of ids()) await expectAsNaive(mine.byId.get(id), id, now, rows);
    for (const id of ids()) {
      const then = mine.byId.get(id);
      const own = recorded.get(id) ?? [];
      recorded.set(id, [...own, { at: now, told: then ? toldOf(then) : null }]);
    }
  }
  // Instants that were asked about before somebody's late commit.
  for (const before of looked) await (await currentHistories()).at(before);
  looked.push(now);
  if (turn % 5 === 0) {
    const restarted = (await loadHistories()).histories;
    const told = toldIn(await restarted.now(now));
    expect(toldIn(await snapshotNow(now))).toBe(told);
    expect(await second.now(now)).toBe(told);
    for (const before of looked.splice(0))
      expect(toldIn(await (await currentHistories()).at(before))).toBe(toldIn(await restarted.at(before)));
  }
  if (turn % 4 === 0) await expectAsRecorded(3);
}

/** What is told of some instants, now that more happened, is what was told at the time. @param most how many of them */
async function expectAsRecorded(most: number): Promise<number> {
  const instants = [...new Set([...recorded.values()].flat().map(({ at }) => at.getTime()))];
  const picked =
    instants.length <= most
      ? instants
      : Array.from({ length: most }, () => instants[roll(instants.length)] ?? 0);
  for (const ms of picked) {
    const then = await (await currentHistories()).at(new Date(ms));
    for (const [id, own] of recorded) {
      const was = own.find(({ at }) => at.getTime() === ms);
      const is = then.byId.get(id);
      if (was) expect(is ? toldOf(is) : null).toBe(was.told);
    }
  }
  return picked.length;
}

beforeAll(async () => {
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: FROM },
  });
  const admin = await aPerson({ admin: true });
  decider = await aPerson({ executive: true });
  checklist = await aChecklist({ questions: [...QUESTIONS, q("leaves")] });
  const comes = q("comes", { critical: true });
  const turned = QUESTIONS.map((each) => (each.key === "turns" ? { ...each, meaning: 2 } : each));
  await aVersion(checklist.id, { number: 2, questions: [comes, ...turned].reverse() });
  late = await aService({ name: "Late", tier: 1 }, FROM);
  const move = scopeOf(admin, "checklist:move");
  await moveServices(move, { checklist: checklist.key }, { to: 1, services: [late.slug] }, FROM);
  for (let index = 0; index < 2; index += 1) {
    const client = new pg.Client({ connectionString: testDatabase() });
    await client.connect();
    writers.push({ client, since: null });
  }
  second = new SecondProcess();
  let turn = 0;
  const watch = (made: Pick<LongHistory, "services">, at: Date) => {
    turn += 1;
    return goOn(made, at, turn);
  };
  await aLongHistory({ seed: 5, from: FROM, to: TO, services: SERVICES, steps: STEPS, watch });
});

afterAll(async () => {
  second.end();
  for (const { client } of writers) await client.end();
});

describe("a random history, with late commits, savepoints and rollbacks, in two processes", () => {
  it("shows at any instant of the past what was shown then", async () => {
    for (const { client } of writers) await client.query("COMMIT");
    recorded.delete(late.id);
    // The histories hold what is to be told: risks that were accepted, renewed, revoked, and that ended in every way.
    const causes = await db().waiver.groupBy({ by: ["endCause"], where: { state: "ended" } });
    expect(causes.length).toBeGreaterThanOrEqual(4);
    expect(await expectAsRecorded(1_000)).toBeGreaterThan(STEPS / 4);
    const now = new Date(TO.getTime() + 1_000);
    expect(await second.now(now)).toBe(toldIn(await snapshotNow(now)));
  });

  it("is told alike by three processes that start at once", async () => {
    const now = new Date(TO.getTime() + 1_000);
    const three = [1, 2, 3].map(() => new SecondProcess());
    const told = await Promise.all(three.map((each) => each.now(now)));
    for (const each of three) each.end();
    expect(told).toEqual(Array(3).fill(toldIn(await snapshotNow(now))));
  });

  it.each([
    ...["2026-03-28", "2026-03-29", "2026-03-30", "2026-03-08", "2026-03-09"],
    ...["2026-10-24", "2026-10-25", "2026-10-26", "2026-11-01", "2026-11-02"],
  ])("%s ends where its organisation is, and is what entries and facts say", async (day) => {
    for (const timeZone of ZONES) {
      await db().organisation.update({ where: { id: 1 }, data: { timeZone } });
      const then = await snapshotAt(day, new Date(TO.getTime() + 1_000));
      const dayOf = (ms: number) => new Intl.DateTimeFormat("sv-SE", { timeZone }).format(ms);
      const end = then.at.getTime();
      expect([then.day, dayOf(end), dayOf(end + 1) > day]).toEqual([day, day, true]);
      const rows = await naiveRows();
      for (const id of ids()) await expectAsNaive(then.byId.get(id), id, then.at, rows);
    }
  });
});
