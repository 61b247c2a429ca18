/** What can be refused, and with which HTTP status it leaves the house. One code for one reason. */
export const ERROR_STATUS = {
  invalid_input: 400,
  not_signed_in: 401,
  forbidden: 403,
  reauthentication_required: 403,
  wrong_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  timed_out: 408,
  conflict: 409,
  already_set_up: 409,
  in_progress: 409,
  launch_closed: 409,
  signed_by_other: 409,
  unknown_revision: 409,
  state_worse: 409,
  gone: 410,
  too_large: 413,
  unsupported_media_type: 415,
  refused: 422,
  blockers_open: 422,
  reason_needed: 422,
  idempotency_mismatch: 422,
  too_many_attempts: 429,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field that was not accepted, and why, in words for people. */
export interface FieldProblem {
  /** Path as in the JSON that was sent: `evidence.0.url`. */
  field: string;
  message: string;
}

/** What goes with a refusal. `message` is for people: what happened, what is kept, what to do. */
export interface ErrorDetails {
  message?: string;
  fields?: readonly FieldProblem[];
  /** What is there now, for a conflict. */
  current?: unknown;
  retryAfterSeconds?: number;
  /** What stands beside the usual members of a problem: what got worse, which blockers are open. */
  extra?: { readonly worse?: unknown; readonly revision?: string; readonly blockers?: unknown };
  /** A secret was not right: it may have been guessed, so the attempt counts. */
  wrongSecret?: true;
}

/** The digest of an error after which trying again in a few seconds helps. */
export const UNAVAILABLE_DIGEST = "unavailable";

/** A refusal that a caller is told about. Everything else that is thrown is a defect or a broken part. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** By this a browser knows why a page could not be made: of an error on the server it is told nothing else. */
  readonly digest?: string;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.message ?? code);
    this.name = "AppError";
    this.code = code;
    this.details = details;
    if (code === "unavailable") this.digest = UNAVAILABLE_DIGEST;
  }
}

/** What an error says of itself, whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
