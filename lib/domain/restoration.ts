const DAY_MS = 24 * 60 * 60 * 1000;

/** For how many days a deleted service can be restored. */
export const RESTORE_DAYS = 30;

/** The first instant at which a service deleted at an instant cannot be restored any more, ms. */
export const goneAt = (deletedAt: Date): number => deletedAt.getTime() + RESTORE_DAYS * DAY_MS;

/** Whether a service deleted at an instant can still be restored at `now`. */
export const canBeRestored = (deletedAt: Date, now: Date): boolean => now.getTime() < goneAt(deletedAt);
