import type { Answer } from "../../contracts/answers";
import type { FieldProblem } from "../../domain/errors";
import { ApiProblem } from "../request";

/** How far what was typed about one question is from being saved. */
export type SaveState =
  /** Nothing of ours that the server does not have. */
  | { kind: "idle" }
  /** Typed; sent as soon as the typing pauses. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** Kept, not sent: something is missing. */
  | { kind: "incomplete"; problems: readonly FieldProblem[] }
  /** The server was not reached, or could not; `at` is when it is tried again (epoch, ms). */
  | { kind: "retrying"; at: number; attempt: number; message: string }
  | { kind: "signed_out" }
  /** Somebody else is signed in now; saving would put their name under it. */
  | { kind: "other_person" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; theirs: Answer };

export const IDLE: SaveState = { kind: "idle" };

const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
/** How long to wait before attempt number `attempt` + 1, in milliseconds. */
const backoffMs = (attempt: number): number => BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length) - 1] ?? 1_000;

/** Whether the server may have carried out a request although its reply never came. */
export const mayHaveArrived = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.problem.status >= 500;

/**
 * What a failed save means for what was typed: try again, ask the person to sign in, or say why not.
 * @param attempt how many times in a row it has failed, this time included
 */
export function afterFailure(error: unknown, attempt: number, nowMs: number): SaveState {
  const again = (message: string): SaveState => ({
    kind: "retrying",
    at: nowMs + backoffMs(attempt),
    attempt,
    message,
  });
  if (!(error instanceof ApiProblem)) return again("The server cannot be reached.");
  const { status, code, detail } = error.problem;
  if (status === 401) return { kind: "signed_out" };
  if (status >= 500 || status === 429 || status === 408 || code === "in_progress") {
    return again(status === 503 ? detail : "The server could not save it.");
  }
  return { kind: "refused", message: detail };
}
