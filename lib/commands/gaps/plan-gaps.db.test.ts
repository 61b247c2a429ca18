import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { GapPlansSave } from "../../contracts/gap-plans";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { saveAnswer } from "../answers/save-answer";
import { planGap } from "./plan-gap";
import { planGaps } from "./plan-gaps";

const [FIRST, SECOND] = ["simultaneous-edits-kept", "operations-repeatable"];
type Made = Awaited<ReturnType<typeof aService>>;
let one: Made;
let other: Made;
let second: string;

beforeEach(async () => {
  one = await aService({ name: "Checkout", tier: 1 });
  other = await aService({ name: "Ledger", tier: 1 });
  const { questions } = await loadScorecard(scopeOf(one.admin, "service:read", one.resource), NOON);
  second = questions.find((each) => each.key !== FIRST)?.key ?? SECOND ?? "";
});
const bulk = (body: GapPlansSave, by = one.admin, now = NOON) =>
  planGaps(scopeOf(by, "gap:plan_many"), body, now);
const gaps = () => [
  { service: one.slug, question: FIRST ?? "" },
  { service: other.slug, question: FIRST ?? "" },
  { service: one.slug, question: second },
];
const rows = () =>
  db().gapPlan.findMany({
    where: { serviceId: { in: [one.id, other.id] } },
    orderBy: [{ serviceId: "asc" }, { questionKey: "asc" }],
  });

describe("planning many gaps", () => {
  it("changes what is named and leaves the rest of each plan, with an audit event for each", async () => {
    const { person } = one.lead;
    const plan = { note: "mine", effortDays: 3, ticket: "https://example.com/1" };
    await planGap(scopeOf(one.member, "gap:plan", one.resource), FIRST ?? "", plan, NOON);
    const set = { owner: person.id, dueOn: "2026-07-31", state: "in_progress" as const };
    const { items } = await bulk({ gaps: gaps(), set });
    const owner = { id: person.id, name: person.name };
    expect(items.map((each) => [each.service, each.question])).toEqual(
      gaps().map((each) => [each.service, each.question]),
    );
    expect(items[0]).toMatchObject({
      plan: { ...plan, ...set, owner, version: 2 },
      before: { note: "mine" },
    });
    expect(items[1]).toMatchObject({ plan: { ...set, owner, note: "", version: 1 }, before: null });
    expect((await rows()).map((row) => row.ownerId)).toEqual([person.id, person.id, person.id]);
    const events = await db().auditEvent.findMany({
      where: { action: "gap.planned", subjectId: { in: [one.id, other.id] } },
      orderBy: { id: "asc" },
    });
    expect(events.slice(1)).toMatchObject([
      { subjectId: one.id, details: { question: FIRST, ...set, many: 3 } },
      { subjectId: other.id },
      { subjectId: one.id, details: { question: second } },
    ]);
    expect(await db().readinessPoint.count({ where: { serviceId: one.id } })).toBe(1);
  });

  it("is taken back by what it told: each plan as it was, in one request", async () => {
    await planGap(scopeOf(one.member, "gap:plan", one.resource), FIRST ?? "", { note: "mine" }, NOON);
    const before = await loadScorecard(scopeOf(one.admin, "service:read", one.resource), NOON);
    const { items } = await bulk({ gaps: gaps(), set: { owner: one.lead.person.id, note: "all" } });
    await bulk({
      gaps: items.map(({ service, question, plan, before: was }) => ({
        service,
        question,
        expectedVersion: plan.version,
        set: { owner: was?.owner?.id ?? null, note: was?.note ?? "" },
      })),
    });
    const after = await loadScorecard(scopeOf(one.admin, "service:read", one.resource), NOON);
    const plans = (card: typeof before) =>
      card.questions.map(({ plan }) => plan && { ...plan, version: 0 }).filter((plan) => plan?.note !== "");
    expect(plans(after).filter(Boolean)).toEqual(plans(before).filter(Boolean));
    expect((await rows()).every((row) => row.ownerId === null)).toBe(true);
  });

  it("is all or nothing, naming what the viewer may not plan", async () => {
    await expect(bulk({ gaps: gaps(), set: { note: "x" } }, one.member)).rejects.toMatchObject({
      code: "forbidden",
      details: { fields: [{ field: "gaps.1", message: "You are not on the team of Ledger." }] },
    });
    expect(await rows()).toEqual([]);
  });

  it.each<[string, () => Promise<GapPlansSave>, string, string[]]>([
    [
      "a service that is not there",
      async () => ({ gaps: [...gaps(), { service: "nobody", question: "x" }] }),
      "refused",
      ["gaps.3"],
    ],
    [
      "a question that is not there",
      async () => ({ gaps: [{ service: one.slug, question: "no-such" }] }),
      "refused",
      ["gaps.0"],
    ],
    [
      "another version",
      async () => ({ gaps: [{ service: one.slug, question: FIRST ?? "", expectedVersion: 4 }] }),
      "conflict",
      ["gaps.0"],
    ],
    [
      "an owner who is not there",
      async () => ({ gaps: gaps(), set: { owner: randomUUID() } }),
      "refused",
      ["set.owner"],
    ],
    [
      "an own owner who was disabled",
      async () => {
        const { person } = await aPerson();
        await db().person.update({ where: { id: person.id }, data: { disabledAt: NOON } });
        return { gaps: gaps().map((gap, at) => (at === 1 ? { ...gap, set: { owner: person.id } } : gap)) };
      },
      "refused",
      ["gaps.1.set.owner"],
    ],
  ])("refuses %s, and changes nothing", async (_, body, code, fields) => {
    const asked = await body();
    await expect(bulk({ set: { note: "x" }, ...asked })).rejects.toMatchObject({
      code,
      details: { fields: fields.map((field) => expect.objectContaining({ field })) },
    });
    expect(await rows()).toEqual([]);
  });

  it("tells the plans that are there now when another is newer", async () => {
    await planGap(scopeOf(one.member, "gap:plan", one.resource), FIRST ?? "", { note: "first" }, NOON);
    const gap = { service: one.slug, question: FIRST ?? "", expectedVersion: 0 };
    await expect(bulk({ gaps: [gap], set: { note: "late" } })).rejects.toMatchObject({
      code: "conflict",
      details: { current: [{ service: one.slug, question: FIRST, plan: { note: "first", version: 1 } }] },
    });
  });

  it("by two at once, in opposite orders, keeps what each of them named", async () => {
    const twice = await Promise.all([
      bulk({ gaps: gaps(), set: { owner: one.lead.person.id } }),
      bulk({ gaps: gaps().reverse(), set: { dueOn: "2026-07-31" } }, other.admin),
    ]);
    expect(twice.map(({ items }) => items.length)).toEqual([3, 3]);
    for (const row of await rows()) {
      expect(row).toMatchObject({ ownerId: one.lead.person.id, version: 2 });
      expect(row.dueOn?.toISOString().slice(0, 10)).toBe("2026-07-31");
    }
  });
});

describe("a question that is no gap", () => {
  const answer = (verdict: "yes" | "no", now: Date, expectedVersion: number) =>
    saveAnswer(
      scopeOf(one.member, "answer:save", one.resource),
      FIRST ?? "",
      { verdict, reason: "So.", evidence: [{ label: "", url: "https://example.com" }], expectedVersion },
      now,
    );
  const plan = (body: Parameters<typeof planGap>[2], now = daysLater(1)) =>
    planGap(scopeOf(one.member, "gap:plan", one.resource), FIRST ?? "", body, now);
  const shown = async (now: Date) => {
    const card = await loadScorecard(scopeOf(one.admin, "service:read", one.resource), now);
    return card.questions.find(({ key }) => key === FIRST)?.plan;
  };

  it("takes no plan, alone or among many, but that it is done, or less", async () => {
    await answer("yes", NOON, 0);
    await expect(plan({ owner: one.lead.person.id })).rejects.toMatchObject({ code: "refused" });
    await expect(bulk({ gaps: gaps(), set: { owner: one.lead.person.id } })).rejects.toMatchObject({
      code: "refused",
      details: { fields: [{ field: "gaps.0" }] },
    });
    expect(await plan({ state: "done", note: "tested" })).toMatchObject({ state: "done", version: 1 });
    expect(await plan({})).toMatchObject({ state: "open", note: "", version: 2 });
  });

  it("that opens again begins without the plan of before, whose version goes on", async () => {
    await plan({ owner: one.lead.person.id, state: "done", note: "by Friday" }, NOON);
    await answer("yes", daysLater(1), 0);
    expect(await shown(daysLater(1))).toMatchObject({ state: "done", note: "by Friday" });
    const stale = await shown(daysLater(4000));
    expect(stale).toEqual({
      owner: null,
      dueOn: null,
      effortDays: null,
      state: "open",
      ticket: null,
      note: "",
      version: 1,
    });
    await answer("no", daysLater(2), 1);
    expect(await shown(daysLater(2))).toEqual(stale);
    const { items } = await bulk(
      { gaps: gaps().slice(0, 1), set: { note: "again" } },
      one.admin,
      daysLater(3),
    );
    expect(items[0]?.plan).toEqual({ ...stale, note: "again", version: 2 });
  });
});
