import { STATE_CODE } from "../domain/effective-verdict";
import { Tally } from "../domain/tally";
import { ratedChecklists } from "./checklists";
import { assessThen, NOT_ASKED, ServiceThen, WAIVED } from "./service-then";
import type { Snapshot } from "./snapshot";

const tally = new Tally();

/**
 * A service as it would be, were the questions in some places answered with yes: counted as it always is (S1–S4, S7, R2).
 * What was answered, and when, stays what it was.
 */
export function withYes(then: ServiceThen, places: readonly number[]): ServiceThen {
  const codes = Uint8Array.from(then.codes);
  for (const place of places) codes[place] = STATE_CODE.yes;
  tally.reset();
  for (const [place, code] of codes.entries()) {
    const question = then.checklist.questions[place];
    if (code === NOT_ASKED || !question) continue;
    tally.add(question, code, (code & 7) !== STATE_CODE.unanswered, (code & WAIVED) !== 0);
  }
  const { service, facts, checklist, nextChange, knownUntil, assessedAt } = then;
  return new ServiceThen(service, facts, checklist, codes, tally, nextChange, knownUntil, assessedAt);
}

/** A service as it would be now, were it asked another version of a checklist (S1, S5). */
export async function withChecklist(
  { service, facts }: ServiceThen,
  { models, titles, at }: Pick<Snapshot, "models" | "titles" | "at">,
  checklistVersionId: string,
): Promise<ServiceThen> {
  const checklistOf = await ratedChecklists([checklistVersionId], models, at, titles);
  const moved = { ...facts, checklistVersionId };
  const now = at.getTime();
  return assessThen(service, moved, checklistOf(checklistVersionId), Number.POSITIVE_INFINITY, now);
}
