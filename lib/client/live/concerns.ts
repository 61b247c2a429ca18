import type { LiveEvent } from "../../contracts/events";

/** What a page shows: what happens to any of it concerns the page. */
export interface Shown {
  /** Short names of services. */
  services?: readonly string[];
  /** Short names of teams, with all of their services. */
  teams?: readonly string[];
  /** Ids of launches, without the services on them. */
  launches?: readonly string[];
  /** Everything of these types: "service", "team", "organisation", … */
  types?: readonly string[];
}

/** What changes many things at once. */
const EVERYWHERE = /^(?:import|example|model)\./;

/** Whether somebody gave or confirmed an answer. */
export const isAnswered = ({ action }: Pick<LiveEvent, "action">): boolean => /^answer\./.test(action);

/** Whether an event may change what a page shows. Where people are is on no page. */
export function concerns(event: LiveEvent, { services, teams, launches, types }: Shown): boolean {
  const { action, service, team, subject, subjectType } = event;
  if (action === "presence.moved") return false;
  return (
    EVERYWHERE.test(action) ||
    (types?.includes(subjectType) ?? false) ||
    (service !== null && (services?.includes(service) ?? false)) ||
    (subjectType === "launch" && (launches?.includes(subject) ?? false)) ||
    (team !== null && (teams?.includes(team) ?? false)) ||
    // It may have moved away from one of them.
    (teams !== undefined && action === "service.edited")
  );
}
