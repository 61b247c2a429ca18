import type { RatedChecklist } from "./checklists";
import { assessThen, type ServiceThen } from "./service-then";

/**
 * A service on its way from what it was to what it is, one thing after the other set to what it is later, in the order of
 * EXPOSURE_CAUSES: as it was; by the rates of later; with its facts of later; its checklist; its answers, taken as fresh; as
 * it is. The same object where nothing moved; null before the service was there.
 * @param later what it was asked, with the rates of later
 */
export function stagesBetween(
  from: ServiceThen | null,
  to: ServiceThen,
  since: number,
  later: (versionId: string) => RatedChecklist,
): readonly (ServiceThen | null)[] {
  const { service } = to;
  const asked = later((from ?? to).facts.checklistVersionId);
  const rated =
    from && from.checklist !== asked ? assessThen(service, from.facts, asked, from.knownUntil, since) : from;
  // A scope that changed later has changed already where its facts are taken.
  const scopeChangedAt =
    to.facts.scopeChangedAt.getTime() > since ? new Date(since) : to.facts.scopeChangedAt;
  const facts = { ...to.facts, scopeChangedAt };
  const placed =
    rated && rated.facts.id === to.facts.id ? rated : assessThen(service, facts, asked, since, since);
  const listed = asked === to.checklist ? placed : assessThen(service, facts, to.checklist, since, since);
  const answered = hasEntriesAfter(to, since)
    ? assessThen(service, facts, to.checklist, to.knownUntil, since)
    : listed;
  return [from, rated, placed, listed, answered, to];
}

/** Whether any question was answered after an instant (ms), as far as it is known. */
export function hasEntriesAfter({ service, knownUntil }: ServiceThen, since: number): boolean {
  return service.answers.at.some((at) => at > since && at <= knownUntil);
}
