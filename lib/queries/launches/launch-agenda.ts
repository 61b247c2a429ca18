import "server-only";
import { dayOf } from "../../domain/as-of";
import { agesOutAfter } from "../../domain/effective-verdict";
import { gapWorth } from "../../domain/gap-worth";
import { type AgendaQuestion, agendaOf } from "../../domain/launch/agenda";
import type { AgendaPart } from "../../domain/launch/events";
import type { LaunchFacts, QuestionFacts } from "../../domain/launch/facts";
import type { ServiceThen } from "../../snapshot/service-then";
import type { Evaluated } from "./evaluate";
import { dayText } from "./launch-rows";

/** A point of an agenda: what it is about, and why it is on it. */
export interface AgendaEntry extends AgendaQuestion {
  part: AgendaPart;
}

/** When an answer goes stale by age (S5), in ms; null for one that does not, is missing, or is stale. */
export function staleAtOf(then: ServiceThen, state: QuestionFacts): number | null {
  const place = then.checklist.placeOf(state.question);
  if (state.savedAt === null || state.stale || state.given === "not_applicable" || place === undefined)
    return null;
  return agesOutAfter(Date.parse(state.savedAt), then.checklist.at(place));
}

/** What a meeting about a launch would talk about as it stands, in order (L2). */
export function launchAgenda({ rows, services, history }: Evaluated, facts: LaunchFacts): AgendaEntry[] {
  const { snapshot } = history;
  const questions = services.flatMap((then) => {
    const own = facts.services.find(({ service }) => service === then.slug);
    const live = then.facts.lifecycle === "live";
    return (own?.questions ?? []).map((state): AgendaQuestion => {
      const question = then.checklist.at(then.checklist.placeOf(state.question) ?? -1);
      const { tier } = then.facts;
      const worth = gapWorth(question.costs, state.verdict, tier, snapshot.pricing);
      const staleAt = staleAtOf(then, state);
      return {
        ...{ service: then.slug, question: state.question, critical: state.critical, verdict: state.verdict },
        ...{ waiver: state.waiver, live, tier, severity: worth.severity },
        ...{ incidentsPerYear: worth.incidentsPerYear, expectedLoss: worth.expectedLoss },
        staleOn: staleAt === null ? null : dayOf(new Date(staleAt), snapshot.timeZone),
      };
    });
  });
  return agendaOf(questions, dayText(rows.targetDate));
}
