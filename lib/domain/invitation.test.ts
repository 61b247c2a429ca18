import { expect, it } from "vitest";
import { type InvitationDates, invitationState } from "./invitation";

const at = (day: number) => new Date(Date.UTC(2026, 5, day));

it.each<[string, Partial<InvitationDates>, number, ReturnType<typeof invitationState>]>([
  ["just made", {}, 1, "open"],
  ["a millisecond before its end", { expiresAt: new Date(at(8).getTime() + 1) }, 8, "open"],
  ["at its end", {}, 8, "expired"],
  ["accepted, long ago", { acceptedAt: at(2) }, 20, "accepted"],
  ["taken back", { revokedAt: at(3) }, 4, "revoked"],
  ["taken back, and its time is over too", { revokedAt: at(3) }, 20, "revoked"],
  ["over before it was replaced", { revokedAt: at(9) }, 20, "expired"],
])("an invitation, %s", (_, dates, day, state) => {
  const invitation = { expiresAt: at(8), acceptedAt: null, revokedAt: null, ...dates };
  expect(invitationState(invitation, at(day))).toBe(state);
});
