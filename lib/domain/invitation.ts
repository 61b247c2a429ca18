/** For how many days an invitation can be accepted. */
export const INVITATION_DAYS = 7;
/** For how many days after its end an invitation is still listed. */
export const INVITATION_KEPT_DAYS = 30;

/** When things happened to an invitation; null while they did not. */
export interface InvitationDates {
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** Where an invitation stands at `now`. One that was over before it was taken back or replaced stays expired. */
export function invitationState(
  { expiresAt, acceptedAt, revokedAt }: InvitationDates,
  now: Date,
): "open" | "accepted" | "revoked" | "expired" {
  if (acceptedAt) return "accepted";
  if (revokedAt && revokedAt < expiresAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
