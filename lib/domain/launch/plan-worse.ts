import { isUnmet } from "./conditions";
import type { ConditionFacts, PlanFacts } from "./facts";
import type { Worse } from "./worse";

/** What a signature covers of a launch besides the questions of its services (L5). */
export interface PlanSeen {
  plan: PlanFacts;
  /** Short names. */
  services: readonly string[];
  conditions: readonly Pick<ConditionFacts, "id" | "service" | "question" | "dueOn" | "state">[];
  /** Those in force. */
  waivers: readonly { service: string; question: string; until: string }[];
}

type Condition = PlanSeen["conditions"][number];
type Change = Pick<Worse, "code" | "before" | "after"> & Partial<Pick<Worse, "service" | "question">>;

/**
 * What became of a condition that was to be met. One that a later condition took the place of, by the same day or an earlier
 * one, is not weakened.
 */
function conditionWorse(seen: Condition, then: readonly Condition[], later: readonly Condition[]): Change[] {
  const { service, question, dueOn } = seen;
  const weakened = (after: string): Change[] => [
    { code: "condition_weakened", service, question, before: dueOn, after },
  ];
  const now = then.find(({ id }) => id === seen.id);
  if (now && now.state !== "withdrawn") return now.dueOn > dueOn ? weakened(now.dueOn) : [];
  const [first] = later
    .filter((each) => each.service === service && each.question === question && each.state !== "withdrawn")
    .map((each) => each.dueOn)
    .sort();
  if (first === undefined) return weakened("withdrawn");
  return first > dueOn ? weakened(first) : [];
}

function dateWorse(seen: PlanSeen, then: PlanSeen): Change[] {
  const [before, after] = [seen.plan.targetDate, then.plan.targetDate];
  if (after < before) return [{ code: "date_earlier", before, after }];
  return then.waivers
    .filter(({ until }) => before <= until && until < after)
    .map(({ service, question }) => ({ code: "date_beyond_waiver", service, question, before, after }));
}

const undoText = ({ how, who }: PlanFacts["undo"]): string => [how, who].filter((part) => part).join("; ");

/**
 * What of a launch itself is worse than it was when somebody saw it (L5): other words for what is launched or how it is
 * undone, services that came or left, a date that moved earlier or past a waiver that reached it, conditions that were to be
 * met and were put off or withdrawn.
 */
export function planWorse(seen: PlanSeen, then: PlanSeen): Worse[] {
  const changes: Change[] = [];
  if (seen.plan.what !== then.plan.what)
    changes.push({ code: "what_changed", before: seen.plan.what, after: then.plan.what });
  if (seen.plan.undo.how !== then.plan.undo.how || seen.plan.undo.who !== then.plan.undo.who)
    changes.push({
      code: "undo_changed",
      before: undoText(seen.plan.undo),
      after: undoText(then.plan.undo),
    });
  for (const service of then.services)
    if (!seen.services.includes(service))
      changes.push({ code: "service_added", service, before: "out", after: "in" });
  for (const service of seen.services)
    if (!then.services.includes(service))
      changes.push({ code: "service_left", service, before: "in", after: "out" });
  changes.push(...dateWorse(seen, then));
  const known = new Set(seen.conditions.map(({ id }) => id));
  const later = then.conditions.filter(({ id }) => !known.has(id));
  for (const condition of seen.conditions.filter(isUnmet))
    changes.push(...conditionWorse(condition, then.conditions, later));
  return changes.map((change) => ({ service: null, question: null, version: null, ...change }));
}
