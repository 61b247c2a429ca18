import "server-only";
import type { LaunchGap } from "../../contracts/launch-parts";
import type { Launch } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import { byWorth } from "../../domain/launch/agenda";
import { carriedGaps, type GapPlace } from "../../domain/launch/dispositions";
import type { EventFacts } from "../../domain/launch/events";
import { isBlocker, isGap, type LaunchFacts } from "../../domain/launch/facts";
import { sumOf } from "../../domain/sum";
import { planOf } from "../../snapshot/plan-of";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Snapshot } from "../../snapshot/snapshot";
import type { Evaluated } from "./evaluate";
import { type AskedQuestion, agendaOfQuestions, askedQuestions } from "./launch-agenda";
import type { WholeLaunch } from "./launch-rows";

/** Which gaps somebody asked a waiver for, and nobody decided yet. */
async function askedWaivers(
  services: readonly ServiceThen[],
): Promise<(service: string, question: string) => boolean> {
  const rows = await reader().waiver.findMany({
    where: { serviceId: { in: services.map(({ id }) => id) }, state: "requested" },
    select: { serviceId: true, questionKey: true },
  });
  const asked = new Set(rows.map(({ serviceId, questionKey }) => `${serviceId} ${questionKey}`));
  return (service, question) => asked.has(`${service} ${question}`);
}

/** The gaps that were carried, and that nothing else was decided about since, by "service question" (L2). */
function carriedPlaces({ rows, dispositions }: Evaluated<WholeLaunch>): ReadonlySet<string> {
  const steps = [
    ...rows.events
      .filter(({ kind }) => kind === "carried")
      .map(({ at, details }) => ({ at, carried: (details as unknown as EventFacts["carried"]).gaps })),
    ...dispositions.map(({ at, service, question }) => ({ at, decided: { service, question } })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return new Set(carriedGaps<GapPlace>(steps).map(placeOf));
}

const placeOf = ({ service, question }: GapPlace): string => `${service} ${question}`;

/** The questions of a launch with all that a meeting needs to decide about them. */
interface ShownQuestions {
  /** Blockers first, then by worth (R8). */
  gaps: LaunchGap[];
  agenda: ReturnType<typeof agendaOfQuestions>;
  /** What is on the agenda although it is no gap: critical answers that end soon, or were not for us (L2). */
  agendaAnswers: LaunchGap[];
}

/** What is shown of the questions of a launch. One statement. */
export async function gapsAndAgenda(
  evaluated: Evaluated<WholeLaunch>,
  facts: LaunchFacts,
): Promise<ShownQuestions> {
  const { services, history, dispositions } = evaluated;
  const isAsked = await askedWaivers(services);
  const carried = carriedPlaces(evaluated);
  const counting = new Map(dispositions.filter(({ counts }) => counts).map((each) => [placeOf(each), each]));
  const shown = (question: AskedQuestion): LaunchGap => ({
    ...gapOf(question, history.snapshot),
    waiverAsked: isAsked(question.then.id, question.question),
    disposition: counting.get(placeOf(question))?.id ?? null,
    carried: carried.has(placeOf(question)),
  });
  const questions = askedQuestions(evaluated, facts);
  const agenda = agendaOfQuestions(evaluated, questions);
  const isOnAgenda = new Set(agenda.map(placeOf));
  const gaps = questions
    .filter(isGap)
    .sort((a, b) => Number(isBlocker(b)) - Number(isBlocker(a)) || byWorth(a, b));
  return {
    gaps: gaps.map(shown),
    agenda,
    agendaAnswers: questions.filter((each) => !isGap(each) && isOnAgenda.has(placeOf(each))).map(shown),
  };
}

type Shown = Omit<LaunchGap, "waiverAsked" | "disposition" | "carried">;

function gapOf(
  { then, state, staleAt, incidentsPerYear, expectedLoss }: AskedQuestion,
  snapshot: Snapshot,
): Shown {
  const place = then.checklist.placeOf(state.question) ?? -1;
  const plan = planOf(snapshot, then, place);
  return {
    service: then.slug,
    ...{ question: state.question, title: state.title, text: state.text, area: state.area },
    ...{ critical: state.critical, blocker: isBlocker(state), verdict: state.verdict, given: state.given },
    ...{ stale: state.stale, version: state.version, reason: state.reason, evidence: [...state.evidence] },
    ...{ savedBy: state.savedBy, savedAt: state.savedAt, waiver: state.waiver },
    staleAt: staleAt === null ? null : new Date(staleAt).toISOString(),
    ...{ incidentsPerYear, expectedLoss },
    effortDays: plan?.effortDays ?? then.checklist.at(place).effortDays,
    owner: plan?.ownerId ?? null,
    dueOn: plan?.dueOn ?? null,
  };
}

/** The sum of amounts of which some may have no price; null where none has one (R5). */
export function lossOf(losses: readonly (number | null)[]): number | null {
  const known = losses.filter((each) => each !== null);
  return known.length === 0 && losses.length > 0 ? null : sumOf(known);
}

/** What fixing the blockers takes, and what launching without costs (L9). */
export function tradeOf({ services, history }: Evaluated, gaps: readonly LaunchGap[]): Launch["trade"] {
  const { pricing, model } = history.snapshot;
  const blockers = gaps.filter(({ blocker }) => blocker);
  const live = new Set(services.filter(({ facts }) => facts.lifecycle === "live").map(({ slug }) => slug));
  const of = (some: readonly LaunchGap[]) =>
    pricing.priced === 0 ? null : (lossOf(some.map(({ expectedLoss }) => expectedLoss)) ?? 0);
  return {
    effortDays: sumOf(blockers.map(({ effortDays }) => effortDays)),
    expectedLoss: of(blockers),
    incidentsPerYear: sumOf(blockers.map(({ incidentsPerYear }) => incidentsPerYear)),
    carriedNow: of(blockers.filter(({ service }) => live.has(service))),
    atLaunch: of(blockers.filter(({ service }) => !live.has(service))),
    currency: model.currency,
    pricedCosts: pricing.priced,
  };
}
