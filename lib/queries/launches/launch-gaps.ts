import "server-only";
import type { LaunchGap } from "../../contracts/launch-parts";
import type { Launch } from "../../contracts/launches";
import { reader } from "../../db/transaction";
import { gapWorth } from "../../domain/gap-worth";
import type { LaunchFacts, QuestionFacts } from "../../domain/launch/facts";
import { isBlocker, isGap } from "../../domain/launch/facts";
import { sumOf } from "../../domain/sum";
import { byCodePoint } from "../../domain/text";
import { planOf } from "../../snapshot/plan-of";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Evaluated } from "./evaluate";
import { staleAtOf } from "./launch-agenda";
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

interface CarriedGaps {
  gaps: readonly { service: string; question: string }[];
}

/** The gaps that were taken along in one step, by "service question" (L2). */
export function carriedPlaces({ rows }: Evaluated<WholeLaunch>): ReadonlySet<string> {
  return new Set(
    rows.events
      .filter(({ kind }) => kind === "carried")
      .flatMap(({ details }) => (details as unknown as CarriedGaps).gaps)
      .map(({ service, question }) => `${service} ${question}`),
  );
}

/** The gaps of a launch's services: blockers first, then by worth (R8). */
export async function launchGaps(
  evaluated: Evaluated<WholeLaunch>,
  facts: LaunchFacts,
): Promise<LaunchGap[]> {
  const gaps = await presentQuestions(evaluated, facts, (_, state) => isGap(state));
  return gaps.sort(
    (a, b) =>
      Number(b.blocker) - Number(a.blocker) ||
      (b.expectedLoss ?? 0) - (a.expectedLoss ?? 0) ||
      b.incidentsPerYear - a.incidentsPerYear ||
      byCodePoint(a.service + a.question, b.service + b.question),
  );
}

/** What is on an agenda although it is no gap: critical answers that end soon, or were not for us (L2). */
export function agendaAnswers(
  evaluated: Evaluated<WholeLaunch>,
  facts: LaunchFacts,
  agenda: readonly { service: string; question: string }[],
): Promise<LaunchGap[]> {
  const on = new Set(agenda.map(({ service, question }) => `${service} ${question}`));
  return presentQuestions(
    evaluated,
    facts,
    (service, state) => !isGap(state) && on.has(`${service} ${state.question}`),
  );
}

/** Some questions of a launch's services with all that a meeting needs to decide about them. */
async function presentQuestions(
  evaluated: Evaluated<WholeLaunch>,
  facts: LaunchFacts,
  isWanted: (service: string, state: QuestionFacts) => boolean,
): Promise<LaunchGap[]> {
  const { services, history, dispositions } = evaluated;
  const { snapshot } = history;
  const isAsked = await askedWaivers(services);
  const carried = carriedPlaces(evaluated);
  const counting = dispositions.filter(({ counts }) => counts);
  return services.flatMap((then) => {
    const own = facts.services.find(({ service }) => service === then.slug);
    const wanted = (own?.questions ?? []).filter((state) => isWanted(then.slug, state));
    return wanted.map((state) => {
      const disposition = counting.find(
        (each) => each.service === then.slug && each.question === state.question,
      );
      return {
        ...gapOf(then, state, snapshot),
        waiverAsked: isAsked(then.id, state.question),
        disposition: disposition?.id ?? null,
        carried: carried.has(`${then.slug} ${state.question}`),
      };
    });
  });
}

type Shown = Omit<LaunchGap, "waiverAsked" | "disposition" | "carried">;

function gapOf(then: ServiceThen, state: QuestionFacts, snapshot: Evaluated["history"]["snapshot"]): Shown {
  const place = then.checklist.placeOf(state.question) ?? -1;
  const question = then.checklist.at(place);
  const plan = planOf(snapshot, then, place);
  const worth = gapWorth(question.costs, state.verdict, then.facts.tier, snapshot.pricing);
  const staleAt = staleAtOf(then, state);
  return {
    service: then.slug,
    ...{ question: state.question, title: state.title, text: state.text, area: state.area },
    ...{ critical: state.critical, blocker: isBlocker(state), verdict: state.verdict, given: state.given },
    ...{ stale: state.stale, version: state.version, reason: state.reason, evidence: [...state.evidence] },
    ...{ savedBy: state.savedBy, savedAt: state.savedAt, waiver: state.waiver },
    staleAt: staleAt === null ? null : new Date(staleAt).toISOString(),
    incidentsPerYear: worth.incidentsPerYear,
    expectedLoss: worth.expectedLoss,
    effortDays: plan?.effortDays ?? question.effortDays,
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
