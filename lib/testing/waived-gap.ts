import { saveAnswer } from "../commands/answers/save-answer";
import type { WaiverAsk } from "../contracts/waivers";
import { db } from "../db/client";
import type { Verdict } from "../domain/vocabulary";
import { snapshotAt, snapshotNow } from "../snapshot/snapshot-at";
import { aPerson, aService, daysLater, NOON, scopeOf } from "./factories";
import { ask, grant } from "./waivers";

/** Critical, and asked at tiers 1 and 2. */
export const QUESTION = "repeated-request-acts-once";

/** A service with a gap that was answered no at NOON, and the only ones who decide: its admin and an executive. */
export async function aGap() {
  await db().person.updateMany({ where: { disabledAt: null }, data: { disabledAt: NOON } });
  const organisation = { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON };
  await db().organisation.upsert({ where: { id: 1 }, create: organisation, update: {} });
  const service = await aService({ tier: 1 });
  const decider = await aPerson({ name: "Ida Falk", executive: true });
  const answers = { version: 0 };
  const answer = async (verdict: Verdict, now: Date) => {
    const evidence = [{ label: "run", url: "https://ci.example.com/1" }];
    const body = { verdict, reason: "So it is.", evidence, expectedVersion: answers.version };
    await saveAnswer(scopeOf(service.member, "answer:save", service.resource), QUESTION, body, now);
    answers.version += 1;
  };
  await answer("no", NOON);
  const asked = (now = daysLater(1), some: Partial<WaiverAsk> = {}) =>
    ask(service.member, service.resource, { question: QUESTION, ...some }, now);
  return {
    ...{ service, decider, answers, answer, asked },
    granted: async (now = daysLater(1)) => grant(decider, (await asked(now)).id, now),
    /** Whether the risk is accepted at an instant, as it is told then. */
    standing: async (now: Date) => {
      const then = (await snapshotNow(now)).byId.get(service.id);
      return then?.question(then.checklist.placeOf(QUESTION) ?? -1)?.waived;
    },
    /** The same, as it is told long afterwards. */
    waivedAt: async (at: Date) => {
      const then = (await snapshotAt(at.toISOString(), daysLater(400))).byId.get(service.id);
      return then?.question(then.checklist.placeOf(QUESTION) ?? -1)?.waived;
    },
    /** What was audited of its waivers, in order. */
    events: async () => {
      const rows = await db().auditEvent.findMany({
        where: { subjectId: service.id, action: { startsWith: "waiver." } },
        orderBy: { id: "asc" },
      });
      return rows.map((each) => each.action);
    },
  };
}

export const waiverRow = (id: string) => db().waiver.findUniqueOrThrow({ where: { id } });
