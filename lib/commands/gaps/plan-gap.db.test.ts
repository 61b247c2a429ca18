import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { GapPlanSave } from "../../contracts/answers";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { planGap } from "./plan-gap";

const QUESTION = "simultaneous-edits-kept";
const NOTHING = { owner: null, dueOn: null, effortDays: null, state: "open", ticket: null, note: "" };

let service: Awaited<ReturnType<typeof aService>>;
beforeEach(async () => {
  service = await aService();
});
const plan = (body: GapPlanSave, now = NOON, key = QUESTION) =>
  planGap(scopeOf(service.member, "gap:plan", service.resource), key, body, now);
const row = () =>
  db().gapPlan.findUnique({
    where: { serviceId_questionKey: { serviceId: service.id, questionKey: QUESTION } },
  });

describe("planning a gap", () => {
  it("keeps owner, date, effort, state, ticket and note, shows them, audits them, moves no score", async () => {
    const { person } = service.lead;
    const whole = {
      owner: person.id,
      dueOn: "2026-07-31",
      effortDays: 2.5,
      state: "in_progress" as const,
      ticket: "https://example.com/T-1",
      note: "half of it 🚀",
    };
    const { owner: _, ...rest } = whole;
    const expected = { ...rest, owner: { id: person.id, name: person.name }, version: 1 };
    expect(await plan({ ...whole, expectedVersion: 0 })).toEqual({ question: QUESTION, ...expected });
    const scorecard = await loadScorecard(scopeOf(service.member, "service:read", service.resource), NOON);
    expect(scorecard.questions.find((each) => each.key === QUESTION)?.plan).toEqual(expected);
    expect(scorecard.gaps.find((each) => each.question === QUESTION)?.effortDays).toBe(2.5);
    expect(await row()).toMatchObject({ changedById: service.member.person.id, changedAt: NOON });
    const events = await db().auditEvent.findMany({
      where: { subjectId: service.id, action: "gap.planned" },
    });
    expect(events).toMatchObject([{ details: { question: QUESTION, ...whole } }]);
    expect(await db().readinessPoint.count({ where: { serviceId: service.id } })).toBe(1);
  });

  it("replaces the whole plan: what is left out becomes empty", async () => {
    await plan({ note: "soon", effortDays: 1, dueOn: "2026-07-31", owner: service.lead.person.id });
    expect(await plan({ state: "done" }, daysLater(1))).toEqual({
      ...NOTHING,
      question: QUESTION,
      state: "done",
      version: 2,
    });
  });

  it.each<[string, () => Promise<string>]>([
    ["who is not there", async () => randomUUID()],
    [
      "who was disabled",
      async () => {
        const { person } = await aPerson();
        await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
        return person.id;
      },
    ],
  ])("refuses an owner %s, naming the field", async (_, owner) => {
    await expect(plan({ owner: await owner() })).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "owner" }] },
    });
    expect(await row()).toBeNull();
  });

  it("an owner who left since may stay: what they did can still be said to be done", async () => {
    const { person } = await aPerson();
    await plan({ owner: person.id });
    await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
    expect(await plan({ owner: person.id, state: "done" })).toMatchObject({
      owner: { id: person.id },
      state: "done",
    });
  });

  it("of another version is refused with the plan that is there now, or that none is", async () => {
    await expect(plan({ note: "late", expectedVersion: 3 })).rejects.toMatchObject({
      code: "conflict",
      details: { current: null },
    });
    await plan({ note: "first" });
    await expect(plan({ note: "late", expectedVersion: 0 })).rejects.toMatchObject({
      code: "conflict",
      details: { current: { question: QUESTION, note: "first", version: 1 } },
    });
    expect(await row()).toMatchObject({ note: "first", version: 1 });
  });

  it("by ten at once is written once", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => plan({ note: `writer ${n}`, expectedVersion: 0 })),
    );
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await row()).toMatchObject({ version: 1 });
    const events = { subjectId: service.id, action: "gap.planned" };
    expect(await db().auditEvent.count({ where: events })).toBe(1);
  });

  it.each([
    ["that the checklist does not have", "no-such-question", "not_found"],
    ["that does not apply to the service", "collisions-tested", "refused"],
  ])("of a question %s is refused", async (_, key, code) => {
    await expect(plan({ note: "x" }, NOON, key)).rejects.toMatchObject({ code });
  });

  it("is forbidden to who is not on the team, executives included", async () => {
    const stranger = await aPerson({ executive: true, teams: { [(await aService()).teamId]: "lead" } });
    expect(() => scopeOf(stranger, "gap:plan", service.resource)).toThrow("ask a lead");
  });
});
