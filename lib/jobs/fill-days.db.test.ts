import { beforeEach, describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { editOrganisation } from "../commands/organisation/edit-organisation";
import { createService } from "../commands/services/create-service";
import { deleteService } from "../commands/services/delete-service";
import { db } from "../db/client";
import { EVERY_TEAM } from "../db/roll-up-days";
import { inTransaction } from "../db/transaction";
import { endOfDay } from "../domain/as-of";
import { resetDatabase } from "../testing/database";
import { aService, aTeam, daysLater, NOON, scopeOf } from "../testing/factories";
import { ageServices } from "./age-services";
import { fillDays } from "./fill-days";

const ZONE = "Europe/Berlin";
const QUESTION = "simultaneous-edits-kept";
const MINUTE = 60_000;

beforeEach(async () => {
  await resetDatabase();
  await db().organisation.create({
    data: { name: "Acme", timeZone: ZONE, currency: "EUR", createdAt: NOON },
  });
});

/** What is rolled up, as text that can be compared. */
async function rolledUp(): Promise<string[]> {
  const rows = await db().readinessDay.findMany();
  return rows.map((row) => JSON.stringify(row)).sort();
}
const days = async () => {
  const rows = await db().wholeDay.findMany({ orderBy: { day: "asc" } });
  return rows.map((row) => row.day.toISOString().slice(0, 10));
};
/** Rolls everything up anew, by one process alone. */
async function anew(now: Date): Promise<string[]> {
  await db().readinessDay.deleteMany();
  await db().wholeDay.deleteMany();
  await fillDays(now);
  return rolledUp();
}

async function aSmallHistory() {
  const service = await aService({ tier: 4 }, NOON);
  const scope = scopeOf(service.member, "answer:save", service.resource);
  await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 0 }, daysLater(3));
  await saveAnswer(scope, QUESTION, { verdict: "no", reason: "No.", expectedVersion: 1 }, daysLater(8));
  await aService({ name: "Another", tier: 1, lifecycle: "building" }, daysLater(5));
  return { service, scope };
}

describe("whole days are rolled up (H4)", () => {
  it("from the first point's day to the last one that has been over for five minutes", async () => {
    await aSmallHistory();
    const end = endOfDay("2026-06-26", ZONE).getTime();
    expect(await fillDays(new Date(end + 5 * MINUTE - 1))).toBe(11);
    expect(await fillDays(new Date(end + 5 * MINUTE))).toBe(1);
    expect(await fillDays(new Date(end + 5 * MINUTE))).toBe(0);
    const all = await days();
    expect([all.at(0), all.at(-1), all.length]).toEqual(["2026-06-15", "2026-06-26", 12]);
    expect(await rolledUp()).toEqual(await anew(new Date(end + 5 * MINUTE)));
  });

  it("nothing, as long as there is no service; and days without a service in use are whole too", async () => {
    expect(await fillDays(daysLater(10))).toBe(0);
    const { admin, resource } = await aService({}, NOON);
    await deleteService(scopeOf(admin, "service:delete", resource), daysLater(2));
    expect(await fillDays(daysLater(10))).toBe(10);
    expect(new Set((await db().readinessDay.findMany()).map((row) => row.day.getUTCDate()))).toEqual(
      new Set([15, 16]),
    );
    expect(await fillDays(daysLater(10))).toBe(0);
  });

  it("in whatever portions, with the same result, over both changes of the clock", async () => {
    await aSmallHistory();
    for (const until of [1, 2, 40, 41, 200, 420]) await fillDays(daysLater(until));
    const portions = await rolledUp();
    expect(await days()).toHaveLength(420);
    expect(portions).toEqual(await anew(daysLater(420)));
  });

  it("once, when two processes do it at the same time", async () => {
    await aSmallHistory();
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => fillDays(daysLater(300))));
    expect((a ?? 0) + (b ?? 0) + (c ?? 0)).toBe(300);
    expect(await rolledUp()).toEqual(await anew(daysLater(300)));
  });

  it("adds a team's services up by what they were, and those of all teams together", async () => {
    await aSmallHistory();
    await fillDays(daysLater(9));
    const rows = await db().readinessDay.findMany({ where: { day: new Date("2026-06-23") } });
    const sum = (some: typeof rows) => some.reduce((total, row) => total + row.gaps, 0);
    const every = rows.filter((row) => row.teamId === EVERY_TEAM);
    expect(every.map((row) => `${row.tier} ${row.lifecycle}`).sort()).toEqual(["1 building", "4 live"]);
    expect(rows).toHaveLength(4);
    expect(sum(every)).toBe(sum(rows.filter((row) => row.teamId !== EVERY_TEAM)));
  });
});

describe("whole days are thrown away", () => {
  it("from the day on into which a point comes late, and are whole again the next time", async () => {
    await aSmallHistory();
    const now = daysLater(400);
    await fillDays(now);
    const before = await rolledUp();
    await ageServices(now);
    const aged = await db().readinessPoint.findFirstOrThrow({
      where: { cause: "ageing" },
      orderBy: { at: "asc" },
    });
    const left = await days();
    expect(endOfDay(left.at(-1) ?? "", ZONE) < aged.at).toBe(true);
    expect(aged.at.getTime() - endOfDay(left.at(-1) ?? "", ZONE).getTime()).toBeLessThan(86_400_000);
    await fillDays(now);
    expect(await rolledUp()).not.toEqual(before);
    expect(await rolledUp()).toEqual(await anew(now));
  });

  it("not by a point of today, which is in no whole day", async () => {
    const { scope } = await aSmallHistory();
    await fillDays(daysLater(20));
    await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 2 }, daysLater(20, 1));
    expect(await days()).toHaveLength(20);
  });

  it("even by a late point that is not committed yet when its day is rolled up", async () => {
    const { service, scope } = await aSmallHistory();
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const saved = inTransaction(async (tx) => {
      await saveAnswer(scope, QUESTION, { verdict: "yes", expectedVersion: 2 }, daysLater(10));
      await tx.$executeRaw`SELECT 1`;
      await held;
    });
    // The lock of the point is there before anything is rolled up; other workers of the same cluster hold some too.
    await expect
      .poll(
        () => db().$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
      .toHaveLength(1);
    const filling = fillDays(daysLater(30));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await days()).toEqual([]);
    commit();
    await Promise.all([saved, filling]);
    expect(await days()).toHaveLength(30);
    expect(await db().readinessPoint.count({ where: { serviceId: service.id } })).toBe(4);
    expect(await rolledUp()).toEqual(await anew(daysLater(30)));
  });

  it("all of them when the organisation moves to another time zone, and none when it is renamed", async () => {
    const { admin } = await aTeam();
    await aSmallHistory();
    await fillDays(daysLater(20));
    const scope = scopeOf(admin, "organisation:edit");
    await editOrganisation(scope, { name: "Acme & Co" }, daysLater(20));
    expect(await days()).toHaveLength(20);
    await editOrganisation(scope, { timeZone: "America/Los_Angeles" }, daysLater(20));
    expect([await days(), await rolledUp()]).toEqual([[], []]);
    await fillDays(daysLater(20));
    expect((await days()).at(-1)).toBe("2026-07-04");
  });

  it("from the first day on which an invented service was there, when it is taken away", async () => {
    const team = await aTeam();
    const body = { name: "Invented", team: team.slug, tier: 3, lifecycle: "live" } as const;
    await aSmallHistory();
    const scope = scopeOf(team.admin, "service:create", team.resource);
    const { id } = await createService(scope, body, daysLater(4));
    await db().$executeRaw`ALTER TABLE "Service" DISABLE TRIGGER "Service_example_fixed"`;
    await db().service.update({ where: { id }, data: { example: true } });
    await fillDays(daysLater(20));
    await db().readinessPoint.deleteMany({ where: { serviceId: id } });
    expect(await days()).toHaveLength(4);
  });
});
