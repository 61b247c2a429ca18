import { db } from "../db/client";
import { checklistVersion } from "../db/published-questions";
import { applies } from "../domain/applies";
import { assess, readiness } from "../domain/readiness";
import type { Tier } from "../domain/vocabulary";
import { naiveRates } from "./rates";

/** The current row of a service as it is, and as it should be: computed anew from nothing but the entries. */
export async function currentAndFold(serviceId: string): Promise<{ current: unknown; fold: unknown }> {
  const {
    computedAt,
    serviceId: _,
    ...current
  } = await db().serviceState.findUniqueOrThrow({
    where: { serviceId },
  });
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
  const fold = readiness(assess(facts, asked, answers, [], computedAt), [], computedAt);
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  return { current: plain(current), fold: plain(fold) };
}
