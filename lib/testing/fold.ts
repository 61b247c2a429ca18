import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import { applies } from "../domain/applies";
import { assess, readiness } from "../domain/readiness";
import type { Tier } from "../domain/vocabulary";
import { isInForce } from "../domain/waiver";
import { snapshotNow } from "../snapshot/snapshot-at";
import { naiveRates } from "./rates";

/** The newest readiness point of a service: where it stands, as far as it is written down. */
export const newestPoint = (serviceId: string) =>
  db().readinessPoint.findFirstOrThrow({
    where: { serviceId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });

/** The questions of a service that are gaps now, by key. */
export async function openQuestions(serviceId: string): Promise<string[]> {
  const then = (await snapshotNow(new Date())).byId.get(serviceId);
  return then?.questions().flatMap(({ gap, question }) => (gap ? [question.key] : [])) ?? [];
}

/**
 * Where a service stands and when that next changes, as it is written down, and as it should be: computed anew from nothing
 * but the entries.
 */
export async function currentAndFold(serviceId: string): Promise<{
  current: { nextChangeAt: string | null; incidents: object; stale: number };
  fold: unknown;
}> {
  const { computedAt, nextChangeAt } = await db().serviceState.findUniqueOrThrow({ where: { serviceId } });
  const { score, standing, counting, answered, gaps, blockers, accepted, ...rest } =
    await newestPoint(serviceId);
  const { stale, unclear, unanswered, incidents } = rest;
  const counts = { counting, answered, gaps, blockers, accepted, stale, unclear, unanswered };
  const current = { score, standing, ...counts, incidents, nextChangeAt };
  const row = await db().service.findUniqueOrThrow({ where: { id: serviceId } });
  const facts = { ...row, tier: row.tier as Tier };
  const { questions } = await checklistVersion(row.checklistVersionId);
  const rated = await naiveRates(questions, computedAt);
  const asked = rated.filter((each) => applies(each, facts));
  const entries = await db().entry.findMany({ where: { serviceId }, orderBy: { id: "asc" } });
  const answers = new Map(
    entries.map(({ questionKey, to, at, savedAt, meaning }) => {
      const importedAt = savedAt === null ? null : at;
      return [questionKey, { verdict: to, savedAt: savedAt ?? at, importedAt, meaning }];
    }),
  );
  const granted = await db().waiver.findMany({ where: { serviceId, state: { in: ["in_force", "ended"] } } });
  const waivers = granted.flatMap(({ questionKey, decidedAt, endsAt, endedAt }) => {
    if (!decidedAt || !endsAt) return [];
    const waiver = { questionKey, grantedAt: decidedAt, endsAt, endedAt };
    return isInForce(waiver, computedAt) ? [waiver] : [];
  });
  const {
    weight: _,
    areas: __,
    abilities: ___,
    ...fold
  } = readiness(assess(facts, asked, answers, waivers, computedAt), computedAt);
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
  return { current: plain(current), fold: plain(fold) };
}
