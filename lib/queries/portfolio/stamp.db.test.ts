import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { editOrganisation } from "../../commands/organisation/edit-organisation";
import { deleteService } from "../../commands/services/delete-service";
import { editService } from "../../commands/services/edit-service";
import { restoreService } from "../../commands/services/restore-service";
import { editTeam } from "../../commands/teams/edit-team";
import { STAMP } from "../../db/changes/stamp";
import { db } from "../../db/client";
import { lockById } from "../../db/service-lock";
import { inTransaction } from "../../db/transaction";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadPortfolio } from "./portfolio";

const QUESTION = "simultaneous-edits-kept";
let service: Awaited<ReturnType<typeof aService>>;
const stamp = async () => (await db().$queryRaw<{ stamp: string }[]>`SELECT ${STAMP} AS "stamp"`)[0]?.stamp;

beforeAll(async () => {
  service = await aService({ tier: 4 });
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
});

describe("the stamp of all changes", () => {
  const scope = <A extends Parameters<typeof scopeOf>[1]>(action: A) =>
    scopeOf(service.admin, action, service.resource);
  const writes: [string, () => Promise<unknown>][] = [
    [
      "an answer",
      () => saveAnswer(scope("answer:save"), QUESTION, { verdict: "yes", expectedVersion: 0 }, NOON),
    ],
    ["a plan", () => planGap(scope("gap:plan"), "we-know-first", { effortDays: 0.5 }, NOON)],
    ["a fact", () => editService(scope("service:edit"), { name: "Check-out" }, daysLater(1))],
    ["deleting", () => deleteService(scope("service:delete"), daysLater(2))],
    ["restoring", () => restoreService(scope("service:restore"), {}, daysLater(3))],
    [
      "renaming a team",
      () => {
        const team = {
          kind: "team" as const,
          id: service.teamId,
          slug: service.teamSlug,
          teamId: service.teamId,
        };
        return editTeam(scopeOf(service.admin, "team:edit", team), { name: "Money" }, NOON);
      },
    ],
    [
      "another time zone",
      () => editOrganisation(scopeOf(service.admin, "organisation:edit"), { timeZone: "UTC" }, NOON),
    ],
    ["ageing", () => inTransaction((tx) => lockById(tx, service.id, daysLater(400)))],
  ];
  it.each(writes)("differs after %s", async (_, write) => {
    const before = await stamp();
    await write();
    expect(await stamp()).not.toBe(before);
  });

  it("is the same while nothing is written, and somebody only looks around", async () => {
    const before = await stamp();
    await db().change.create({
      data: { at: NOON, action: "presence.moved", subjectType: "service", subjectId: randomUUID() },
    });
    expect(await stamp()).toBe(before);
  });

  it("differs when a transaction that began earlier is done later than one that began after it", async () => {
    const change = (action: string) => ({
      at: new Date(),
      action,
      subjectType: "service",
      subjectId: randomUUID(),
    });
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const has = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow = inTransaction(async (tx) => {
      const row = await tx.change.create({ data: change("service.edited") });
      begun();
      await held;
      return row.id;
    });
    await has;
    const before = await stamp();
    const fast = await db().change.create({ data: change("service.edited") });
    const between = await stamp();
    finish();
    expect((await slow) < fast.id).toBe(true);
    expect(new Set([before, between, await stamp()]).size).toBe(3);
  });
});

describe("what is kept in memory", () => {
  const load = (now: Date) => loadPortfolio(scopeOf(service.admin, "portfolio:read"), {}, now);

  it("is shown again until something changes", async () => {
    const now = daysLater(500);
    await inTransaction((tx) => lockById(tx, service.id, now));
    const first = await load(now);
    expect(await load(new Date(now.getTime() + 1_000))).toBe(first);
    const scope = scopeOf(service.admin, "answer:save", service.resource);
    await saveAnswer(scope, QUESTION, { verdict: "no", reason: "No.", expectedVersion: 1 }, now);
    const second = await load(new Date(now.getTime() + 2_000));
    expect(second.totals.now.known).toBeGreaterThan(first.totals.now.known);
  });

  it("ends at the instant at which an answer goes stale, and at the end of the day", async () => {
    const { nextChangeAt } = await db().serviceState.findUniqueOrThrow({ where: { serviceId: service.id } });
    const at = nextChangeAt as Date;
    const before = await load(new Date(at.getTime() - 10));
    expect(await load(new Date(at.getTime() - 1))).toBe(before);
    const after = await load(at);
    expect([before.totals.stale, after.totals.stale]).toEqual([after.totals.stale - 1, after.totals.stale]);
    const day = await load(new Date("2027-11-20T23:59:59.990Z"));
    const next = await load(new Date("2027-11-21T00:00:00.000Z"));
    expect([day.day, next.day]).toEqual(["2027-11-20", "2027-11-21"]);
  });
});
