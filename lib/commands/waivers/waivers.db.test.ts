import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../../db/client";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { daysLater, NOON, scopeOf } from "../../testing/factories";
import { currentAndFold, newestPoint } from "../../testing/fold";
import { aGap, QUESTION, waiverRow } from "../../testing/waived-gap";
import { ask, grant, waiverResource } from "../../testing/waivers";
import { confirmAnswer } from "../answers/confirm-answer";
import { deleteService } from "../services/delete-service";
import { editService } from "../services/edit-service";
import { decideWaiver } from "./decide-waiver";

type Scene = Awaited<ReturnType<typeof aGap>>;
let service: Scene["service"];
let decider: Scene["decider"];
let answers: Scene["answers"];
let answer: Scene["answer"];
let asked: Scene["asked"];
let granted: Scene["granted"];
let standing: Scene["standing"];
let events: Scene["events"];

beforeEach(async () => {
  ({ service, decider, answers, answer, asked, granted, standing, events } = await aGap());
});

describe("asking for a waiver (S6)", () => {
  it("is written down with its audit event, and changes nothing until somebody grants it", async () => {
    const before = await newestPoint(service.id);
    const waiver = await asked(daysLater(1), { measure: "We look each morning." });
    expect(waiver).toMatchObject({
      ...{ state: "requested", verdict: "no", measure: "We look each morning.", renewal: 0, number: "1.3" },
      ...{ critical: true, requestedBy: { name: "Li Wen" }, until: null, decidedBy: null },
      can: { decide: false, withdraw: true, revoke: false },
    });
    expect(await newestPoint(service.id)).toEqual(before);
    expect(await events()).toEqual(["waiver.asked"]);
    expect(await standing(daysLater(1))).toBe(false);
  });

  it.each([
    ["unclear", /unclear/],
    ["yes", /no gap/],
    ["not_applicable", /no gap/],
  ] as const)("is refused for %s", async (verdict, message) => {
    await answer(verdict, daysLater(1));
    await expect(asked(daysLater(2))).rejects.toMatchObject({ code: "refused", message });
  });

  it("is refused for what nobody answered, for an answer that has gone stale, and until it is confirmed", async () => {
    const other = { question: "collisions-tested" };
    await expect(asked(daysLater(1), other)).rejects.toMatchObject({ code: "refused" });
    await expect(asked(daysLater(300))).rejects.toMatchObject({ code: "refused", message: /stale/ });
    const scope = scopeOf(service.member, "answer:save", service.resource);
    await confirmAnswer(scope, QUESTION, { expectedVersion: answers.version }, daysLater(300));
    expect(await asked(daysLater(301))).toMatchObject({ state: "requested" });
  });

  it("is refused beyond the limit of the tier and for a day that is over, where the organisation is", async () => {
    // 22:30 UTC is the next day in Berlin.
    const late = new Date("2026-06-16T22:30:00.000Z");
    await expect(asked(late, { until: "2026-06-16" })).rejects.toMatchObject({ code: "refused" });
    await expect(asked(late, { until: "2026-09-16" })).rejects.toMatchObject({
      details: { fields: [{ field: "until", message: expect.stringContaining("90 days") }] },
    });
    expect(await asked(late, { until: "2026-09-15" })).toMatchObject({ askedUntil: "2026-09-15" });
  });

  it("is a conflict while another request for the gap is open, from eight writers at once too", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => asked()));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = tries.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refused.map(({ code }) => code)).toEqual(Array(7).fill("conflict"));
    expect(refused[0].details.current).toMatchObject({ state: "requested" });
  });

  it("is not for a question that there is not, a deleted service, a retired one", async () => {
    await expect(asked(daysLater(1), { question: "nothing" })).rejects.toMatchObject({ code: "not_found" });
    const edit = scopeOf(service.lead, "service:edit", service.resource);
    await editService(edit, { lifecycle: "retired" }, daysLater(1));
    await expect(asked(daysLater(2))).rejects.toMatchObject({ code: "refused" });
    await deleteService(scopeOf(service.lead, "service:delete", service.resource), daysLater(2));
    await expect(asked(daysLater(3))).rejects.toMatchObject({ code: "gone" });
  });
});

describe("deciding a waiver (S6, L8)", () => {
  it("grants it: no blocker from then on, with a point, score and incidents as they were", async () => {
    const before = await newestPoint(service.id);
    const waiver = await granted();
    expect(waiver).toMatchObject({
      ...{ state: "in_force", decidedBy: { name: "Ida Falk" }, until: "2026-07-16", soleDecider: false },
      ...{ endsAt: "2026-07-16T21:59:59.999Z", can: { revoke: true, decide: false } },
    });
    const after = await newestPoint(service.id);
    expect(after).toMatchObject({
      ...{ cause: "waiver", at: daysLater(1), accepted: 1, blockers: before.blockers - 1 },
      ...{ score: before.score, gaps: before.gaps, standing: "working" },
    });
    expect(await standing(daysLater(1))).toBe(true);
    const scope = scopeOf(service.member, "service:read", service.resource);
    const card = await loadScorecard(scope, daysLater(1));
    expect(card.questions.find(({ key }) => key === QUESTION)).toMatchObject({
      waived: true,
      blocker: false,
    });
    expect(card.exposure.accepted.incidents).toBeGreaterThan(0);
    expect(await events()).toEqual(["waiver.asked", "waiver.granted"]);
    const { current, fold } = await currentAndFold(service.id);
    expect(current).toEqual(fold);
  });

  it("may end it on another day than was asked, within the limit", async () => {
    const { id } = await asked();
    await expect(grant(decider, id, daysLater(1), "2026-12-01")).rejects.toMatchObject({ code: "refused" });
    expect(await grant(decider, id, daysLater(1), "2026-06-20")).toMatchObject({ until: "2026-06-20" });
  });

  it("refuses it with a reason; it can be asked for again", async () => {
    const { id } = await asked();
    const scope = scopeOf(decider, "waiver:decide", await waiverResource(id));
    const refused = await decideWaiver(scope, { decision: "refuse", reason: "Fix it." }, daysLater(2));
    expect(refused).toMatchObject({ state: "refused", decisionReason: "Fix it.", until: null });
    expect(await asked(daysLater(3))).toMatchObject({ state: "requested", renewal: 0 });
    expect(await events()).toEqual(["waiver.asked", "waiver.refused", "waiver.asked"]);
  });

  it("is not for who asked, unless nobody else may: then the record says so", async () => {
    const { id } = await ask(service.admin, service.resource, { question: QUESTION }, daysLater(1));
    await expect(grant(service.admin, id, daysLater(1))).rejects.toMatchObject({ code: "forbidden" });
    expect((await waiverRow(id)).state).toBe("requested");
    const { id: other } = decider.person;
    await db().person.update({ where: { id: other }, data: { disabledAt: NOON } });
    expect(await grant(service.admin, id, daysLater(1))).toMatchObject({ soleDecider: true });
  });

  it("is not for the team, and not with a token", async () => {
    const resource = await waiverResource((await asked()).id);
    expect(() => scopeOf(service.lead, "waiver:decide", resource)).toThrow(/Only an admin or executive/);
    const token = { id: randomUUID(), name: "a script", scopes: ["manage" as const] };
    const byToken = { ...decider, sessionId: null, token, actor: { ...decider.actor, scopes: token.scopes } };
    expect(() => scopeOf(byToken, "waiver:decide", resource)).toThrow(/Tokens cannot/);
    expect(() => scopeOf(byToken, "waiver:revoke", resource)).toThrow(/Tokens cannot/);
  });

  it("happens once when two decide at once: the other is told what it is by now", async () => {
    const { id } = await asked();
    const scope = scopeOf(service.admin, "waiver:decide", await waiverResource(id));
    const [one, two] = await Promise.allSettled([
      grant(decider, id, daysLater(2)),
      decideWaiver(scope, { decision: "refuse", reason: "No." }, daysLater(2)),
    ]);
    expect([one?.status, two?.status].sort()).toEqual(["fulfilled", "rejected"]);
    const lost = [one, two].flatMap((each) => (each?.status === "rejected" ? [each.reason] : []));
    const { state } = await waiverRow(id);
    expect(lost).toMatchObject([{ code: "conflict", details: { current: { state } } }]);
  });

  it("is refused once the answer has gone stale, and impossible once the request lapsed", async () => {
    const { id } = await asked();
    await expect(grant(decider, id, daysLater(300))).rejects.toMatchObject({ code: "refused" });
    await answer("yes", daysLater(301));
    await expect(grant(decider, id, daysLater(302))).rejects.toMatchObject({ code: "conflict" });
    expect(await waiverRow(id)).toMatchObject({
      state: "lapsed",
      endCause: "closed",
      endedAt: daysLater(301),
    });
  });
});
