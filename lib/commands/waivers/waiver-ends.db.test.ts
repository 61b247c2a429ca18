import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { loadWaivers } from "../../queries/waivers/waivers";
import { daysLater, scopeOf } from "../../testing/factories";
import { newestPoint } from "../../testing/fold";
import { aGap, QUESTION, waiverRow } from "../../testing/waived-gap";
import { grant, revoke, waiverResource } from "../../testing/waivers";
import { confirmAnswer } from "../answers/confirm-answer";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { restoreService } from "../services/restore-service";
import { withdrawWaiver } from "./withdraw-waiver";

type Scene = Awaited<ReturnType<typeof aGap>>;
let service: Scene["service"];
let decider: Scene["decider"];
let answers: Scene["answers"];
let answer: Scene["answer"];
let asked: Scene["asked"];
let granted: Scene["granted"];
let standing: Scene["standing"];
let waivedAt: Scene["waivedAt"];

beforeEach(async () => {
  ({ service, decider, answers, answer, asked, granted, standing, waivedAt } = await aGap());
});

describe("what becomes of a waiver (S6)", () => {
  it.each([
    ["yes", "closed"],
    ["not_applicable", "closed"],
    ["unclear", "unclear"],
  ] as const)("%s ends it in the same instant, as %s", async (verdict, endCause) => {
    const { id } = await granted();
    await answer(verdict, daysLater(2));
    expect(await waiverRow(id)).toMatchObject({ state: "ended", endCause, endedAt: daysLater(2) });
    expect(await standing(daysLater(2))).toBe(false);
    expect(await waivedAt(daysLater(2, -1))).toBe(true);
  });

  it("partly getting no ends it; no getting partly, and being confirmed, do not", async () => {
    const { id } = await granted();
    await answer("partly", daysLater(2));
    await answer("no", daysLater(3));
    const scope = scopeOf(service.member, "answer:save", service.resource);
    await confirmAnswer(scope, QUESTION, { expectedVersion: answers.version }, daysLater(4));
    expect((await waiverRow(id)).state).toBe("in_force");
    await revoke(decider, id, daysLater(4));
    answers.version += 1;
    await answer("partly", daysLater(5));
    const next = await granted(daysLater(6));
    await answer("no", daysLater(7));
    expect(await waiverRow(next.id)).toMatchObject({ state: "ended", endCause: "worse" });
  });

  it("granted for what was no and is partly by then, no again ends it; what was asked for stays told", async () => {
    const { id } = await asked();
    await answer("partly", daysLater(2));
    expect(await grant(decider, id, daysLater(3))).toMatchObject({ verdict: "partly" });
    expect(await waiverRow(id)).toMatchObject({ verdict: "no", grantedVerdict: "partly" });
    await answer("no", daysLater(4));
    expect(await waiverRow(id)).toMatchObject({ state: "ended", endCause: "worse" });
  });

  it("its question not applying any more ends it; that it applies again does not bring it back", async () => {
    const { id } = await granted();
    const edit = scopeOf(service.lead, "service:edit", service.resource);
    await editService(edit, { tier: 2, reason: "Less depends on it." }, daysLater(2));
    expect((await waiverRow(id)).state).toBe("in_force");
    await editService(edit, { tier: 3, reason: "Hardly anything does." }, daysLater(3));
    expect(await waiverRow(id)).toMatchObject({
      state: "ended",
      endCause: "not_asked",
      endedAt: daysLater(3),
    });
    await editService(edit, { tier: 2 }, daysLater(4));
    expect(await standing(daysLater(4))).toBe(false);
    expect((await newestPoint(service.id)).accepted).toBe(0);
  });

  it("its day ends it: the job writes the point dated then, however late it runs", async () => {
    const { id } = await granted();
    const end = new Date("2026-07-16T21:59:59.999Z");
    expect(await standing(end)).toBe(true);
    expect(await standing(new Date(end.getTime() + 1))).toBe(false);
    await ageServices(daysLater(60));
    const over = new Date(end.getTime() + 1);
    expect(await waiverRow(id)).toMatchObject({ state: "ended", endCause: "expired", endedAt: over });
    const point = await db().readinessPoint.findFirst({ where: { serviceId: service.id, at: over } });
    expect(point).toMatchObject({ cause: "ageing", accepted: 0 });
    expect(await waivedAt(end)).toBe(true);
    expect(await waivedAt(over)).toBe(false);
  });

  it("whoever saves first after its day writes down that it is over, before what they save", async () => {
    const { id } = await granted();
    await answer("partly", daysLater(60));
    expect(await waiverRow(id)).toMatchObject({ state: "ended", endCause: "expired" });
    expect(await asked(daysLater(61))).toMatchObject({ renewal: 0 });
  });

  it("a renewal follows on without an instant between, and says how often and since when", async () => {
    const first = await granted();
    const next = await asked(daysLater(10), { until: "2026-08-20" });
    expect(next).toMatchObject({ renewal: 1, state: "requested", acceptedSince: daysLater(1).toISOString() });
    expect(await standing(daysLater(10))).toBe(true);
    const renewed = await grant(decider, next.id, daysLater(12));
    expect(renewed).toMatchObject({ state: "in_force", renewal: 1, until: "2026-08-20" });
    expect(await waiverRow(first.id)).toMatchObject({
      ...{ state: "ended", endCause: "renewed", endedAt: daysLater(12) },
    });
    for (const ms of [-1, 0, 1]) expect(await waivedAt(daysLater(12, ms))).toBe(true);
    expect((await newestPoint(service.id)).accepted).toBe(1);
  });

  it("asked for the day after its last one still follows on; two days after it does not", async () => {
    await granted();
    await ageServices(new Date("2026-07-17T08:00:00Z"));
    const next = await asked(new Date("2026-07-17T09:00:00Z"));
    expect(next.renewal).toBe(1);
    await withdrawWaiver(
      scopeOf(service.member, "waiver:withdraw", await waiverResource(next.id)),
      new Date("2026-07-17T10:00:00Z"),
    );
    expect(await asked(new Date("2026-07-18T09:00:00Z"))).toMatchObject({ renewal: 0 });
  });

  it("a request that was granted only after the earlier one was over is no renewal", async () => {
    const first = await asked(daysLater(1));
    await grant(decider, first.id, daysLater(1), "2026-07-15");
    const next = await asked(daysLater(20));
    expect(next).toMatchObject({ renewal: 1, acceptedSince: daysLater(1).toISOString() });
    const late = await grant(decider, next.id, new Date("2026-07-18T09:00:00Z"), "2026-08-01");
    expect(late).toMatchObject({ state: "in_force", renewal: 0 });
  });

  it("an extension has to go beyond what is granted already", async () => {
    await granted();
    await expect(asked(daysLater(2), { until: "2026-07-16" })).rejects.toMatchObject({ code: "refused" });
  });

  it("whoever asked withdraws it once; who decides revokes what is in force, with a point", async () => {
    const { id } = await asked();
    const scope = scopeOf(service.member, "waiver:withdraw", await waiverResource(id));
    expect(await withdrawWaiver(scope, daysLater(2))).toMatchObject({ state: "withdrawn" });
    await expect(withdrawWaiver(scope, daysLater(2))).rejects.toMatchObject({ code: "conflict" });
    await expect(revoke(decider, id, daysLater(2))).rejects.toMatchObject({ code: "conflict" });
    const next = await granted(daysLater(3));
    expect(await revoke(decider, next.id, daysLater(4))).toMatchObject({
      ...{ state: "ended", endCause: "revoked", endedBy: { name: "Ida Falk" }, endReason: "It came true." },
    });
    expect(await newestPoint(service.id)).toMatchObject({ cause: "waiver", accepted: 0, at: daysLater(4) });
  });

  it("stays with a service that is deleted and restored, while its day is not over", async () => {
    const { id } = await granted();
    await deleteService(scopeOf(service.lead, "service:delete", service.resource), daysLater(2));
    await expect(revoke(decider, id, daysLater(3))).rejects.toMatchObject({ code: "gone" });
    const scope = scopeOf(decider, "waiver:list");
    expect((await loadWaivers(scope, { service: [service.slug] }, daysLater(3))).items).toEqual([]);
    await restoreService(scopeOf(service.lead, "service:restore", service.resource), {}, daysLater(4));
    expect(await standing(daysLater(4))).toBe(true);
    await deleteService(scopeOf(service.lead, "service:delete", service.resource), daysLater(20));
    await restoreService(scopeOf(service.lead, "service:restore", service.resource), {}, daysLater(45));
    expect(await waiverRow(id)).toMatchObject({ state: "ended", endCause: "expired" });
    expect(await standing(daysLater(45))).toBe(false);
  });

  it("is never changed afterwards, nor deleted", async () => {
    const { id } = await granted();
    await expect(db().waiver.update({ where: { id }, data: { reason: "Another." } })).rejects.toThrow();
    await expect(db().waiver.update({ where: { id }, data: { state: "refused" } })).rejects.toThrow();
    await expect(db().waiver.delete({ where: { id } })).rejects.toThrow();
  });
});

describe("the list of waivers", () => {
  it("has what waits first, then what is in force by its end, then the rest, page by page", async () => {
    const over = await granted();
    await answer("yes", daysLater(2));
    await answer("no", daysLater(3));
    const inForce = await granted(daysLater(4));
    const open = await asked(daysLater(5), { until: "2026-09-01" });
    const scope = scopeOf(decider, "waiver:list");
    const of = { service: [service.slug] };
    const { items, total } = await loadWaivers(scope, of, daysLater(6));
    expect(items.map(({ id }) => id)).toEqual([open.id, inForce.id, over.id]);
    expect(items.map(({ state }) => state)).toEqual(["requested", "in_force", "ended"]);
    expect(items[0]).toMatchObject({ incidentsPerYear: expect.any(Number), can: { decide: true } });
    expect(total).toMatchObject({
      ...{ byState: { requested: 1, in_force: 1, ended: 1, refused: 0 }, toDecide: 1, endingSoon: 1 },
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await loadWaivers(scope, { ...of, limit: 1, ...(cursor ? { cursor } : {}) }, daysLater(6));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(items.map(({ id }) => id));
    const mine = await loadWaivers(scopeOf(service.member, "waiver:list"), of, daysLater(6));
    expect(mine.total.toDecide).toBe(0);
    const ended = await loadWaivers(scope, { ...of, state: ["ended"] }, daysLater(60));
    expect(ended.items.map(({ id, endCause }) => [id, endCause])).toEqual([
      [inForce.id, "expired"],
      [over.id, "closed"],
    ]);
  });
});
