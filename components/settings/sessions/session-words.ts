import type { Session } from "@/lib/contracts/people";
import { counted } from "@/lib/domain/words";

/** Where somebody is signed in, in a sentence. @param name whose sessions; null for one's own */
export function sessionsSentence(sessions: readonly Session[], name: string | null): string {
  const count = sessions.length;
  if (name === null) {
    return count === 1
      ? "You are signed in here and nowhere else."
      : `You are signed in on ${counted(count, "browser")}, this one among them.`;
  }
  return count === 0
    ? `${name} is signed in nowhere.`
    : `${name} is signed in on ${counted(count, "browser")}.`;
}

/** The browser that asks first, then by last use. */
export const sessionsInOrder = (sessions: readonly Session[]): Session[] =>
  [...sessions].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
