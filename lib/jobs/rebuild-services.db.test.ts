import { beforeEach, describe, expect, it } from "vitest";
import { saveAnswer } from "../commands/answers/save-answer";
import { deleteService } from "../commands/services/delete-service";
import { db } from "../db/client";
import { snapshotNow } from "../snapshot/snapshot-at";
import { resetDatabase, testDatabase } from "../testing/database";
import { withClient } from "../testing/databases";
import { loadExampleAs } from "../testing/example";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../testing/factories";
import { currentAndFold } from "../testing/fold";
import { rebuildServices } from "./rebuild-services";

process.env.LOG_LEVEL ??= "silent";

beforeEach(resetDatabase);

/** What an accident leaves: rows that nobody may delete are gone. */
const lose = (...statements: string[]) =>
  withClient(testDatabase(), async (client) => {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  });
const of = (table: string, id: string, column = '"serviceId"') =>
  `DELETE FROM "${table}" WHERE ${column}::text = '${id}'`;
const events = (subjectId: string) =>
  db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe("services that an interrupted change left incomplete", () => {
  it("get what is derived, and an event that says what was missing; whole ones get nothing", async () => {
    const [whole, bare, noEvent, noPoint] = [
      await aService(),
      await aService(),
      await aService(),
      await aService(),
    ];
    await saveAnswer(
      scopeOf(noPoint.member, "answer:save", noPoint.resource),
      "surprising-input-survived",
      { verdict: "yes", expectedVersion: 0, reason: "so" },
      NOON,
    );
    const before = await db().serviceState.findUniqueOrThrow({ where: { serviceId: bare.id } });
    await lose(
      ...["ServiceFacts", "ServiceState", "ReadinessPoint"].map((table) => of(table, bare.id)),
      of("AuditEvent", bare.id, '"subjectId"'),
      of("AuditEvent", noEvent.id, '"subjectId"'),
      of("ReadinessPoint", noPoint.id),
    );
    const untouched = await events(whole.id);

    expect(await rebuildServices(daysLater(3))).toBe(3);

    const { computedAt, ...state } = await db().serviceState.findUniqueOrThrow({
      where: { serviceId: bare.id },
    });
    expect(state).toEqual({ ...before, computedAt: undefined });
    expect(computedAt).toEqual(daysLater(3));
    expect(await db().serviceFacts.findMany({ where: { serviceId: bare.id } })).toMatchObject([
      { at: daysLater(-1), name: "Checkout", tier: 3, deleted: false },
    ]);
    for (const { id } of [bare, noPoint]) {
      const points = await db().readinessPoint.findMany({ where: { serviceId: id } });
      expect(points).toMatchObject([{ cause: "created", at: daysLater(3) }]);
      const { current, fold } = await currentAndFold(id);
      expect(current).toEqual(fold);
    }
    expect((await events(bare.id)).map(({ action, actorId, details }) => [action, actorId, details])).toEqual(
      [["service.rebuilt", null, { slug: bare.slug, missing: ["facts", "state", "point", "event"] }]],
    );
    expect((await events(noEvent.id)).map(({ details }) => details)).toEqual([
      { slug: noEvent.slug, missing: ["event"] },
    ]);
    expect((await events(noPoint.id)).at(-1)).toMatchObject({ action: "service.rebuilt" });
    expect(await events(whole.id)).toEqual(untouched);

    expect(await rebuildServices(daysLater(4))).toBe(0);
    const saved = await saveAnswer(
      scopeOf(bare.member, "answer:save", bare.resource),
      "surprising-input-survived",
      { verdict: "no", expectedVersion: 0 },
      daysLater(5),
    );
    expect(saved.version).toBe(1);
  });

  it("and that are deleted were there until then, and not after", async () => {
    const { id, admin, resource } = await aService();
    await deleteService(scopeOf(admin, "service:delete", resource), daysLater(2));
    await lose(of("ServiceFacts", id));
    await rebuildServices(daysLater(3));
    const orderBy = { at: "asc" as const };
    expect(await db().serviceFacts.findMany({ where: { serviceId: id }, orderBy })).toMatchObject([
      { at: daysLater(-1), deleted: false },
      { at: daysLater(2), deleted: true },
    ]);
  });

  it("are seen at once by a process that read all services while these had no facts", async () => {
    const { id } = await aService();
    await lose(
      of("ServiceFacts", id),
      `INSERT INTO "Erasure" ("table", "subject") VALUES ('everything', '')`,
    );
    const facts = async () => (await snapshotNow(daysLater(4))).byId.get(id)?.facts.name;
    expect(await facts()).toBeUndefined();
    await rebuildServices(daysLater(3));
    expect(await facts()).toBe("Checkout");
  });

  it("are rebuilt once by two processes, and the example, which has no events of its own, is left alone", async () => {
    await db().organisation.create({
      data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
    });
    await loadExampleAs(await aPerson({ admin: true }), new Date());
    const { id } = await aService();
    await lose(of("ServiceState", id));
    const both = await Promise.all([rebuildServices(new Date()), rebuildServices(new Date())]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await db().auditEvent.count({ where: { action: "service.rebuilt" } })).toBe(1);
  });
});
