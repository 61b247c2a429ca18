import "server-only";
import { dayOf } from "../../domain/as-of";
import type { QuestionState, ServiceState } from "../../domain/launch/facts";
import type { ServiceThen } from "../../snapshot/service-then";

const states = new WeakMap<ServiceThen, ServiceState>();

/** The waiver in force for a question of a service as it was then (S6); null without one. */
function waiverOf(
  { service, checklist, assessedAt }: ServiceThen,
  place: number,
  timeZone: string,
): QuestionState["waiver"] {
  const code = checklist.codes[place];
  const found = service.waivers.find(
    ({ question, grantedAt, endsAt, endedAt }) =>
      question === code && grantedAt <= assessedAt && assessedAt <= endsAt && assessedAt < endedAt,
  );
  return found ? { id: found.id, until: dayOf(new Date(found.endsAt), timeZone) } : null;
}

/** A service of a launch as the rules compare it (L5): the same object for the same state. */
export function serviceState(then: ServiceThen, timeZone: string): ServiceState {
  const known = states.get(then);
  if (known) return known;
  const questions = then
    .questions()
    .map(({ question, place, given, verdict, stale, waived }): QuestionState => {
      const entry = then.entryTo(place);
      return {
        question: question.key,
        critical: question.critical,
        ...{ given, verdict, stale },
        version: entry < 0 ? 0 : (then.service.answers.versions[entry] as number),
        waiver: waived ? waiverOf(then, place, timeZone) : null,
      };
    });
  const made = { service: then.slug, tier: then.facts.tier, questions };
  states.set(then, made);
  return made;
}
