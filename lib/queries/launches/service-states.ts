import "server-only";
import { dayOf } from "../../domain/as-of";
import type { QuestionState, ServiceState } from "../../domain/launch/facts";
import type { ServiceThen } from "../../snapshot/service-then";

const states = new WeakMap<ServiceThen, ServiceState>();

/** A service of a launch as the rules compare it (L5): the same object for the same state. */
export function serviceState(then: ServiceThen, timeZone: string): ServiceState {
  const known = states.get(then);
  if (known) return known;
  const questions = then.questions().map(({ question, place, given, verdict, stale }): QuestionState => {
    const entry = then.entryTo(place);
    const waiver = then.waiverTo(place);
    return {
      question: question.key,
      critical: question.critical,
      ...{ given, verdict, stale },
      version: entry < 0 ? 0 : (then.service.answers.versions[entry] as number),
      waiver: waiver && { id: waiver.id, until: dayOf(new Date(waiver.endsAt), timeZone) },
    };
  });
  const made = { service: then.slug, tier: then.facts.tier, questions };
  states.set(then, made);
  return made;
}
