const DAY_MS = 24 * 60 * 60 * 1000;

/** For how many days a deleted service can be restored. */
export const RESTORE_DAYS = 30;

/** Whether a service deleted at an instant can still be restored at `now`. */
export function canBeRestored(deletedAt: Date, now: Date): boolean {
  return now.getTime() - deletedAt.getTime() < RESTORE_DAYS * DAY_MS;
}
