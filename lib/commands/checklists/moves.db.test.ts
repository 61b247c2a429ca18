import { beforeEach, describe, expect, it } from "vitest";
import type { MoveRequest } from "../../contracts/checklist-moves";
import { db } from "../../db/client";
import type { Question } from "../../domain/checklist";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aChecklist, aVersion, aWhole } from "../../testing/checklists";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold, newestPoint } from "../../testing/fold";
import { naiveThen } from "../../testing/then";
import { confirmAnswer } from "../answers/confirm-answer";
import { saveAnswer } from "../answers/save-answer";
import { moveServices } from "./move-services";

const q = (key: string, some: Partial<Question> = {}) => aWhole({ key, weight: 1, ...some });

describe("services move to another version", () => {
  let key: string;
  let id: string;
  let service: Awaited<ReturnType<typeof aService>>;
  let move: (body: Partial<MoveRequest>, at?: Date) => ReturnType<typeof moveServices>;
  const states = () => db().serviceState.findMany({ orderBy: { serviceId: "asc" } });
  const card = (at: Date) => loadScorecard(scopeOf(service.member, "service:read", service.resource), at);
  const answer = (question: string, at: Date, expectedVersion = 0) =>
    saveAnswer(
      scopeOf(service.member, "answer:save", service.resource),
      question,
      { verdict: "yes", expectedVersion },
      at,
    );

  beforeEach(async () => {
    ({ key, id } = await aChecklist({ questions: [q("stays"), q("leaves"), q("turns")] }));
    await aVersion(id, {
      number: 2,
      questions: [q("turns", { meaning: 2 }), q("stays"), q("comes", { critical: true })],
    });
    service = await aService();
    const scope = scopeOf(await aPerson({ admin: true }), "checklist:move");
    move = (body, at = daysLater(2)) =>
      moveServices(scope, { checklist: key }, { to: 1, services: [service.slug], ...body }, at);
    await move({ to: 1 }, NOON);
    for (const question of ["stays", "leaves", "turns"]) await answer(question, daysLater(1));
  });

  it("a preview says what the move then does, and writes nothing", async () => {
    const before = [await states(), await db().readinessPoint.count(), await db().auditEvent.count()];
    const preview = await move({ to: 2, dryRun: true });
    expect([await states(), await db().readinessPoint.count(), await db().auditEvent.count()]).toEqual(
      before,
    );
    expect(preview).toMatchObject({ dryRun: true, already: 0 });
    expect(preview.services).toMatchObject([
      {
        service: service.slug,
        from: { checklist: key, version: 1 },
        before: { score: 100, standing: "production_ready", gaps: 0, blockers: 0, incidents: 0 },
        after: { score: 33, standing: "working", gaps: 2, blockers: 1, incidents: 1 },
        added: ["comes"],
        removed: ["leaves"],
        unclear: ["turns"],
        carried: 1,
        returned: [],
      },
    ]);
    expect({ ...(await move({ to: 2 })), dryRun: true }).toEqual(preview);
    const { gaps, blockers, score } = await newestPoint(service.id);
    expect([gaps, blockers, score]).toEqual([2, 1, 33]);
  });

  it("leaves a line of facts, a point of cause checklist and an audit event, once for each service", async () => {
    await move({ to: 2, reason: "Version 2 asks about retries." });
    await move({ to: 2 }, daysLater(3));
    const points = await db().readinessPoint.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "desc" },
    });
    expect(points[0]).toMatchObject({ cause: "checklist", at: daysLater(2), score: 33 });
    expect(points.filter((point) => point.cause === "checklist")).toHaveLength(2);
    const facts = await db().serviceFacts.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "desc" },
    });
    expect(facts[0]).toMatchObject({ at: daysLater(2), reason: "Version 2 asks about retries.", tier: 3 });
    const row = await db().service.findUniqueOrThrow({ where: { id: service.id } });
    expect(facts[0]?.checklistVersionId).toBe(row.checklistVersionId);
    const events = await db().auditEvent.count({
      where: { action: "service.checklist_moved", subjectId: service.id },
    });
    expect(events).toBe(2);
    const { current, fold } = await currentAndFold(service.id);
    expect(current).toMatchObject(fold as object);
  });

  it("an answer to what the question meant before is unclear until it is confirmed, and both are told", async () => {
    await move({ to: 2 });
    const turned = (await card(daysLater(2))).questions.find((each) => each.key === "turns");
    expect(turned).toMatchObject({
      verdict: "yes",
      effectiveVerdict: "unclear",
      stale: true,
      questionChanged: true,
    });
    expect(turned?.staleAt).toBeNull();
    expect(turned).toMatchObject({ gap: true });
    const confirm = scopeOf(service.member, "answer:save", service.resource);
    const confirmed = await confirmAnswer(confirm, "turns", { expectedVersion: 1 }, daysLater(3));
    expect(confirmed).toMatchObject({ effectiveVerdict: "yes", stale: false, questionChanged: false });
    const after = (await card(daysLater(3))).questions.find((each) => each.key === "turns");
    expect(after).toMatchObject({ gap: false });
    const entries = await db().entry.findMany({
      where: { serviceId: service.id, questionKey: "turns" },
      orderBy: { id: "asc" },
    });
    expect(entries.map((entry) => [entry.kind, entry.meaning])).toEqual([
      ["save", 1],
      ["confirm", 2],
    ]);
    const then = await naiveThen(service.id, daysLater(2, 1));
    expect(then?.readiness).toMatchObject({ score: 33, stale: 1 });
  });

  it("an answer whose question left stays stored, and comes back with its age when the question does", async () => {
    await move({ to: 2 });
    expect((await card(daysLater(2))).questions.map((each) => each.key)).not.toContain("leaves");
    const back = await move({ to: 1 }, daysLater(5));
    expect(back.services[0]).toMatchObject({
      added: ["leaves"],
      returned: ["leaves"],
      after: { score: 100 },
    });
    const returned = (await card(daysLater(5))).questions.find((each) => each.key === "leaves");
    expect(returned).toMatchObject({ verdict: "yes", savedAt: daysLater(1, 1).toISOString(), stale: false });
    await move({ to: 2 }, daysLater(6));
    const late = await move({ to: 1, dryRun: true }, daysLater(200));
    expect(late.services[0]).toMatchObject({ returned: ["leaves"], after: { score: 0 } });
  });

  it("a confirmed answer stays confirmed when the service goes back and forth", async () => {
    await move({ to: 2 });
    await answer("turns", daysLater(3), 1);
    await move({ to: 1 }, daysLater(4));
    const again = await move({ to: 2 }, daysLater(5));
    expect(again.services[0]).toMatchObject({ unclear: [], carried: 2 });
  });

  it("all or none: one name that is not there moves nobody", async () => {
    const wrong = move({ to: 2, services: [service.slug, "no-such"] });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid_input",
      details: { fields: [{ field: "services.1" }] },
    });
    expect((await move({ to: 2, dryRun: true })).services).toHaveLength(1);
  });

  it("only to what is published", async () => {
    await aVersion(id, { number: 3, status: "draft" });
    await expect(move({ to: 3 })).rejects.toMatchObject({ code: "refused" });
    await expect(move({ to: 4 })).rejects.toMatchObject({ code: "not_found" });
  });

  it("chooses by filter those of this checklist that are not retired", async () => {
    const { services: _, ...none } = { services: undefined };
    const scope = scopeOf(await aPerson({ admin: true }), "checklist:move");
    const by = async (filter: NonNullable<MoveRequest["filter"]>) =>
      (
        await moveServices(scope, { checklist: key }, { to: 2, filter, dryRun: true, ...none }, daysLater(2))
      ).services.map((each) => each.service);
    expect(await by({})).toEqual([service.slug]);
    expect(await by({ from: 1, team: service.teamSlug, tier: 3, lifecycle: "live" })).toEqual([service.slug]);
    expect([...(await by({ from: 2 })), ...(await by({ tier: 1 })), ...(await by({ tag: "x" }))]).toEqual([]);
    await db().service.update({ where: { id: service.id }, data: { lifecycle: "retired" } });
    expect(await by({})).toEqual([]);
  });

  it("two moves at once leave one version, and what is counted is of that one", async () => {
    await aVersion(id, { number: 3, questions: [q("stays")] });
    await Promise.all([move({ to: 2 }), move({ to: 3 })]);
    const { current, fold } = await currentAndFold(service.id);
    expect(current).toMatchObject(fold as object);
    const facts = await db().serviceFacts.findFirst({
      where: { serviceId: service.id },
      orderBy: { id: "desc" },
    });
    const row = await db().service.findUniqueOrThrow({ where: { id: service.id } });
    expect(facts?.checklistVersionId).toBe(row.checklistVersionId);
  });
});
