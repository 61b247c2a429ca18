import type { Invitation } from "@/lib/contracts/people";

/**
 * The invitations that somebody may still want to do something about: the open ones, then the expired ones whose
 * address was not invited again. @param items newest first, as the API lists them
 */
export function listedInvitations(items: readonly Invitation[]): Invitation[] {
  const newest = items.filter(
    (item, index) => items.findIndex((other) => other.email === item.email) === index,
  );
  const of = (state: Invitation["state"]) => newest.filter((item) => item.state === state);
  return [...of("open"), ...of("expired")];
}
