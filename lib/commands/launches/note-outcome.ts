import "server-only";
import type { Prisma } from "../../db/generated/client";
import type { Tx } from "../../db/transaction";
import { dayAfter, endOfDay } from "../../domain/as-of";
import { becauseText } from "../../domain/launch/because-text";
import type { EventFacts } from "../../domain/launch/events";
import { GRACE_DAYS, isGo, type OutcomeReason } from "../../domain/launch/outcome";
import type { Outcome } from "../../domain/launch/vocabulary";
import type { Evaluated } from "../../queries/launches/evaluate";
import { dayText } from "../../queries/launches/launch-rows";

/** Whether a go that was written down is none any more. */
const hasFallen = (rows: Evaluated["rows"], outcome: Evaluated["outcome"]): boolean =>
  isGo(rows.notedOutcome as Outcome) && !isGo(outcome.outcome);

/**
 * When an outcome came to be what it is (L4, L5): of one that fell by itself, when the first thing happened that it fell by:
 * an answer, ageing, the end of a day. Else when it is noticed.
 */
function changedAt({ rows, history, signOffs, conditions, outcome }: Evaluated): Date {
  const { at, timeZone } = history.snapshot;
  if (!hasFallen(rows, outcome)) return at;
  const afterDay = (day: string) => new Date(endOfDay(day, timeZone).getTime() + 1);
  const codes = new Set(outcome.reasons.map(({ code }) => code));
  const instants = [
    ...signOffs
      .filter(({ row }) => row.supersededAt === null)
      .flatMap(({ because, overruling }) =>
        [...because, ...(overruling?.because ?? [])].map((each) => each.at),
      ),
    ...conditions.filter(({ state }) => state === "overdue").map(({ dueOn }) => afterDay(dueOn)),
    ...(codes.has("date_passed") ? [afterDay(dayAfter(dayText(rows.targetDate), GRACE_DAYS))] : []),
  ].filter((instant) => instant <= at);
  return instants.reduce((first, instant) => (instant < first ? instant : first), at);
}

/** The title of a question; undefined where it is asked of no service of the launch. */
const titleOf = ({ services }: Evaluated, service: string, question: string): string | undefined =>
  services.find(({ slug }) => slug === service)?.checklist.titleOf(question);

/** A reason with the title of the question that it is about. */
function named(evaluated: Evaluated, reason: OutcomeReason): OutcomeReason & { title?: string } {
  const { service, question } = reason;
  const title = service && question ? titleOf(evaluated, service, question) : undefined;
  return title === undefined ? reason : { ...reason, title };
}

/** What got worse since what is in force was signed, as clauses, each once; worst first. */
function worseWords(evaluated: Evaluated): string[] {
  const names = {
    service: (slug: string) => evaluated.services.find((each) => each.slug === slug)?.facts.name ?? slug,
    title: (question: string, service: string) => titleOf(evaluated, service, question) ?? question,
  };
  const inForce = evaluated.signOffs.filter(({ row }) => row.supersededAt === null);
  return [
    ...new Set(
      inForce
        .flatMap(({ because, overruling }) => [...because, ...(overruling?.because ?? [])])
        .map((each) => becauseText(each, names)),
    ),
  ];
}

/**
 * Writes down that the outcome of a locked launch is another one than was last written down, dated when it came to be so:
 * whoever has the launch open hears of it (L4).
 * @returns whether it is another one
 */
export async function noteOutcome(tx: Tx, evaluated: Evaluated): Promise<boolean> {
  const { rows, outcome } = evaluated;
  if (rows.notedOutcome === outcome.outcome) return false;
  const { count } = await tx.launch.updateMany({
    where: { id: rows.id, notedOutcome: rows.notedOutcome, state: "open" },
    data: { notedOutcome: outcome.outcome },
  });
  if (count === 0) return false;
  const facts: EventFacts["outcome_changed"] = {
    from: rows.notedOutcome as Outcome,
    to: outcome.outcome,
    because: outcome.reasons.map((reason) => named(evaluated, reason)),
    ...(hasFallen(rows, outcome) ? { worse: worseWords(evaluated) } : {}),
  };
  await tx.launchEvent.create({
    data: {
      launchId: rows.id,
      at: changedAt(evaluated),
      personId: null,
      kind: "outcome_changed",
      details: facts as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  return true;
}
