import type { Problem } from "@/lib/contracts/organisation";

/** For how many seconds signing in is slowed down; null when it is not, or when the server did not say. */
export function secondsToWait(problem: Pick<Problem, "code" | "detail">): number | null {
  if (problem.code !== "too_many_attempts") return null;
  const [, seconds] = /(\d+) seconds?/.exec(problem.detail) ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** Seconds as a clock that runs down: 9 → "9 s", 75 → "1:15". */
export function clock(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
