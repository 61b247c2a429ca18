/**
 * The instant that a change is dated: `now`, or later where history is ahead of the clock.
 * @param after what it has to come after
 * @param from what it must not come before
 */
export function latest(
  now: Date,
  { after = null, from = null }: { after?: Date | null | undefined; from?: Date | null | undefined },
): Date {
  return new Date(Math.max(now.getTime(), after ? after.getTime() + 1 : 0, from?.getTime() ?? 0));
}
