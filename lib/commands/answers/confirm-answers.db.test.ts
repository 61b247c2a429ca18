import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold, newestPoint } from "../../testing/fold";
import { send, tokenOf } from "../../testing/http";
import { confirmAnswers } from "./confirm-answers";
import { saveAnswer } from "./save-answer";

const [ONE, TWO, MOVED, NONE] = [
  "simultaneous-edits-kept",
  "input-checked-before-use",
  "outgoing-calls-time-out",
  "bad-change-undone",
];

describe("confirming several answers at once", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  const scope = () => scopeOf(service.member, "answer:save", service.resource);
  const versions = (...list: [string | undefined, number][]) => ({
    answers: list.map(([question = "", expectedVersion]) => ({ question, expectedVersion })),
  });
  beforeAll(async () => {
    service = await aService({ tier: 3 });
    for (const key of [ONE, TWO, MOVED]) {
      await saveAnswer(scope(), key ?? "", { verdict: "no", reason: key, expectedVersion: 0 }, NOON);
    }
    await saveAnswer(scope(), MOVED ?? "", { verdict: "partly", expectedVersion: 1 }, NOON);
  });

  it("starts their ages anew, an entry and an audit event each, and one point; what changed meanwhile is left", async () => {
    const at = daysLater(400);
    const before = await db().readinessPoint.count({ where: { serviceId: service.id, cause: "answer" } });
    const body = versions([ONE, 1], [TWO, 1], [MOVED, 1], [NONE, 0], ["no-such-question", 1]);
    const { confirmed, refused } = await confirmAnswers(scope(), body, at);
    expect(confirmed).toMatchObject([
      { question: ONE, version: 2, verdict: "no", reason: ONE, stale: false, savedAt: at.toISOString() },
      { question: TWO, version: 2, verdict: "no", reason: TWO, stale: false },
    ]);
    expect(refused).toMatchObject([
      { question: MOVED, code: "conflict", current: { version: 2, verdict: "partly" } },
      { question: NONE, code: "refused", current: null },
      { question: "no-such-question", code: "not_found" },
    ]);
    const entries = await db().entry.findMany({
      where: { serviceId: service.id, kind: "confirm" },
      orderBy: { id: "asc" },
    });
    expect(entries.map(({ questionKey, from, to, version }) => [questionKey, from, to, version])).toEqual([
      [ONE, "no", "no", 2],
      [TWO, "no", "no", 2],
    ]);
    expect(
      await db().auditEvent.count({ where: { action: "answer.confirmed", subjectId: service.id } }),
    ).toBe(2);
    expect(await db().readinessPoint.count({ where: { serviceId: service.id, cause: "answer" } })).toBe(
      before + 1,
    );
    expect((await newestPoint(service.id)).stale).toBe(1);
    const read = scopeOf(service.member, "service:read", service.resource);
    expect((await loadScorecard(read, at)).counts).toMatchObject({ answered: 3, stale: 1 });
    const { current, fold } = await currentAndFold(service.id);
    expect(current).toEqual(fold);
  });

  it("writes nothing when none can be confirmed", async () => {
    const count = () => db().entry.count({ where: { serviceId: service.id } });
    const before = await count();
    expect((await confirmAnswers(scope(), versions([ONE, 1]), daysLater(401))).confirmed).toEqual([]);
    expect(await count()).toBe(before);
  });

  it("two people who confirm the same answers at once: each is confirmed once", async () => {
    const body = versions([ONE, 2], [TWO, 2]);
    const both = await Promise.all([
      confirmAnswers(scope(), body, daysLater(500)),
      confirmAnswers(scope(), body, daysLater(500)),
    ]);
    expect(both.map(({ confirmed }) => confirmed.length).sort()).toEqual([0, 2]);
    expect(both.flatMap(({ refused }) => refused.map(({ code }) => code))).toEqual(["conflict", "conflict"]);
  });

  it("is forbidden to who is not on the team, and refused for a service that is retired", async () => {
    const stranger = await aPerson();
    expect(() => scopeOf(stranger, "answer:save", service.resource)).toThrow("ask a lead of the team");
    const retired = await aService({ lifecycle: "retired" });
    const own = scopeOf(retired.member, "answer:save", retired.resource);
    await expect(confirmAnswers(own, versions([ONE, 1]), NOON)).rejects.toMatchObject({ code: "refused" });
  });

  it("a token's confirmations say so", async () => {
    const { headers } = await tokenOf(service.member.person.id, ["read", "answer"]);
    const params = { service: service.slug };
    const { status, body } = await send("confirmAnswers", { params, headers, body: versions([TWO, 3]) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      confirmed: [{ question: TWO, source: "token", origin: { token: "a script" } }],
    });
  });
});
