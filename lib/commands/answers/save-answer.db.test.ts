import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadHistory } from "../../queries/history/history";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { confirmAnswer } from "./confirm-answer";
import { saveAnswer } from "./save-answer";

const FIRST = "simultaneous-edits-kept";
const CRITICAL = "input-checked-before-use";

describe("saving an answer", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  beforeAll(async () => {
    service = await aService();
  });
  const scope = () => scopeOf(service.member, "answer:save", service.resource);

  it("writes answer, entry, state, point and audit event together (H1, H2)", async () => {
    const reason = "half of it 🙃 \u202eسلام e\u0301 👩‍👩‍👧";
    const evidence = [{ label: "a test", url: "https://example.com/test" }];
    const saved = await saveAnswer(
      scope(),
      FIRST,
      { verdict: "partly", reason, evidence, expectedVersion: 0 },
      NOON,
    );
    expect(saved).toMatchObject({
      verdict: "partly",
      reason,
      evidence,
      version: 1,
      savedBy: service.member.person && { id: service.member.person.id },
    });
    const { entries, points } = await loadHistory(
      scopeOf(service.member, "service:read", service.resource),
      {},
      NOON,
    );
    expect(entries[0]).toMatchObject({
      question: FIRST,
      from: "unanswered",
      to: "partly",
      reason,
      source: "person",
      at: NOON.toISOString(),
    });
    expect(points.map((point) => point.cause)).toEqual(["created", "answer"]);
    const events = await db().auditEvent.findMany({
      where: { subjectId: service.id, action: "answer.saved" },
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.actorId).toBe(service.member.person.id);
  });

  it("refuses another version with what is there now, and writes nothing", async () => {
    const before = await db().entry.count({ where: { serviceId: service.id } });
    const late = saveAnswer(scope(), FIRST, { verdict: "yes", expectedVersion: 0 }, NOON);
    await expect(late).rejects.toMatchObject({
      code: "conflict",
      details: { current: { verdict: "partly", version: 1 } },
    });
    expect(await db().entry.count({ where: { serviceId: service.id } })).toBe(before);
  });

  it("takes a repetition of what is already there, by the same person, for a lost reply", async () => {
    const body = { verdict: "no" as const, reason: "lost", evidence: [], expectedVersion: 1 };
    const first = await saveAnswer(scope(), FIRST, body, NOON);
    expect(await saveAnswer(scope(), FIRST, body, daysLater(1))).toEqual(first);
    const other = scopeOf(service.lead, "answer:save", service.resource);
    await expect(saveAnswer(other, FIRST, body, NOON)).rejects.toMatchObject({ code: "conflict" });
    expect(await db().entry.count({ where: { serviceId: service.id, questionKey: FIRST } })).toBe(2);
  });

  it.each([
    [
      "not applicable without a reason",
      FIRST,
      { verdict: "not_applicable" as const, expectedVersion: 2 },
      "refused",
      "reason",
    ],
    [
      "a critical yes with nothing to show",
      CRITICAL,
      { verdict: "yes" as const, expectedVersion: 0 },
      "refused",
      "evidence",
    ],
  ])("refuses %s, naming the field", async (_, key, body, code, field) => {
    await expect(saveAnswer(scope(), key, body, NOON)).rejects.toMatchObject({
      code,
      details: { fields: [{ field }] },
    });
  });

  it.each([
    ["a question that the checklist does not have", "no-such-question", "not_found"],
    ["a question that does not apply to the service", "collisions-tested", "refused"],
  ])("refuses %s", async (_, key, code) => {
    await expect(saveAnswer(scope(), key, { verdict: "no", expectedVersion: 0 }, NOON)).rejects.toMatchObject(
      { code },
    );
  });

  it("is refused while the service is retired, and so is confirming; what is there stays", async () => {
    const retired = await aService();
    const by = scopeOf(retired.member, "answer:save", retired.resource);
    await saveAnswer(by, FIRST, { verdict: "yes", expectedVersion: 0 }, NOON);
    const retire = scopeOf(retired.admin, "service:retire", retired.resource);
    await db().service.update({ where: { id: retire.resource.id }, data: { lifecycle: "retired" } });
    const refused = { code: "refused", message: expect.stringContaining("retired") };
    const next = saveAnswer(by, FIRST, { verdict: "no", reason: "x", expectedVersion: 1 }, daysLater(1));
    await expect(next).rejects.toMatchObject(refused);
    await expect(confirmAnswer(by, FIRST, { expectedVersion: 1 }, daysLater(1))).rejects.toMatchObject(
      refused,
    );
    expect(await db().entry.count({ where: { serviceId: retired.id } })).toBe(1);
    const read = scopeOf(retired.member, "service:read", retired.resource);
    expect((await loadScorecard(read, daysLater(1))).service.can.answer).toBe(false);
  });

  it("is forbidden to who is not on the team", async () => {
    const stranger = await aPerson({ executive: true });
    expect(() => scopeOf(stranger, "answer:save", service.resource)).toThrow("ask a lead of the team");
  });

  it("starts the age of a confirmed answer anew, as an entry of its own (S5)", async () => {
    const confirmed = await confirmAnswer(scope(), FIRST, { expectedVersion: 2 }, daysLater(300));
    expect(confirmed).toMatchObject({
      version: 3,
      verdict: "no",
      reason: "lost",
      savedAt: daysLater(300).toISOString(),
    });
    const [entry] = await db().entry.findMany({
      where: { serviceId: service.id },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(entry).toMatchObject({ kind: "confirm", from: "no", to: "no" });
  });

  it("has nothing to confirm before the first answer, and refuses a version that moved", async () => {
    await expect(confirmAnswer(scope(), CRITICAL, { expectedVersion: 0 }, NOON)).rejects.toMatchObject({
      code: "refused",
    });
    await expect(confirmAnswer(scope(), FIRST, { expectedVersion: 1 }, NOON)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("computes ageing when it is read, whatever was written down", async () => {
    const read = scopeOf(service.member, "service:read", service.resource);
    const fresh = await loadScorecard(read, daysLater(301));
    const old = await loadScorecard(read, daysLater(3000));
    expect(fresh.counts.stale).toBe(0);
    expect(old.counts.stale).toBe(1);
    expect(old.revision).not.toBe(fresh.revision);
    expect(old.questions.find((each) => each.key === FIRST)).toMatchObject({
      verdict: "no",
      effectiveVerdict: "unclear",
    });
  });
});
