import "server-only";
import { dayOf } from "../../domain/as-of";
import { agesOutAfter } from "../../domain/effective-verdict";
import { gapWorth } from "../../domain/gap-worth";
import { type AgendaQuestion, agendaOf } from "../../domain/launch/agenda";
import type { AgendaPart } from "../../domain/launch/events";
import type { LaunchFacts, QuestionFacts } from "../../domain/launch/facts";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Evaluated } from "./evaluate";
import { dayText } from "./launch-rows";

/** A question of a service of a launch, with what it is worth while it is open. */
export interface AskedQuestion extends AgendaQuestion {
  then: ServiceThen;
  state: QuestionFacts;
  /** When its answer goes stale by age (S5), in ms; null for one that does not, is missing, or is stale. */
  staleAt: number | null;
}

/** Every question that the services of a launch are asked, in the order of their checklists. */
export function askedQuestions({ services, history }: Evaluated, facts: LaunchFacts): AskedQuestion[] {
  const own = new Map(facts.services.map(({ service, questions }) => [service, questions]));
  return services.flatMap((then) =>
    (own.get(then.slug) ?? []).map((state) => askedQuestion(then, state, history.snapshot)),
  );
}

function askedQuestion(
  then: ServiceThen,
  state: QuestionFacts,
  { pricing, timeZone }: Snapshot,
): AskedQuestion {
  const question = then.checklist.at(then.checklist.placeOf(state.question) ?? -1);
  const { tier, lifecycle } = then.facts;
  const { severity, incidentsPerYear, expectedLoss } = gapWorth(question.costs, state.verdict, tier, pricing);
  const isAgeing = state.savedAt !== null && !state.stale && state.given !== "not_applicable";
  const staleAt = isAgeing ? agesOutAfter(Date.parse(state.savedAt ?? ""), question) : null;
  return {
    ...{ then, state, staleAt, service: then.slug, question: state.question, critical: state.critical },
    ...{ verdict: state.verdict, waiver: state.waiver, live: lifecycle === "live", tier },
    ...{ severity, incidentsPerYear, expectedLoss },
    // Only of those is the day asked for, and it is dear to tell.
    staleOn: staleAt === null || !state.critical ? null : dayOf(new Date(staleAt), timeZone),
  };
}

/** What a meeting about a launch would talk about as it stands, in order (L2), and why. */
export const agendaOfQuestions = (
  { rows }: Pick<Evaluated, "rows">,
  questions: readonly AskedQuestion[],
): (AskedQuestion & { part: AgendaPart })[] => agendaOf(questions, dayText(rows.targetDate));

/** The same of an evaluated launch. */
export const launchAgenda = (evaluated: Evaluated, facts: LaunchFacts) =>
  agendaOfQuestions(evaluated, askedQuestions(evaluated, facts));
