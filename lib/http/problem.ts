import "server-only";
import type { Problem } from "../contracts/organisation";
import { type AppError, ERROR_STATUS, type ErrorCode } from "../domain/errors";

const TITLES: Record<ErrorCode | "internal", string> = {
  invalid_input: "Something in the request is not right",
  not_signed_in: "Not signed in",
  forbidden: "Not allowed",
  reauthentication_required: "Give your password again",
  wrong_origin: "The request came from another site",
  not_found: "Not found",
  method_not_allowed: "Not by this method",
  timed_out: "The request did not arrive in time",
  conflict: "Somebody else changed it first",
  already_set_up: "Already set up",
  in_progress: "The same request is under way",
  launch_closed: "The launch is closed",
  signed_by_other: "Somebody else has signed",
  unknown_revision: "Nobody was shown this state",
  state_worse: "Something got worse meanwhile",
  gone: "Deleted",
  too_large: "The request is too large",
  unsupported_media_type: "Send JSON",
  refused: "Refused",
  blockers_open: "Blockers are open",
  reason_needed: "A reason is needed",
  idempotency_mismatch: "The same Idempotency-Key came with another request",
  too_many_attempts: "Too many attempts",
  unavailable: "Not available at the moment",
  internal: "Something broke on our side",
};

/** Headers that every answer of the API carries. */
export const apiHeaders = (requestId: string): Record<string, string> => ({
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-request-id": requestId,
});

/** A refusal as application/problem+json (RFC 9457). */
export function problemResponse(error: AppError, requestId: string): Response {
  const { code, details } = error;
  const status = ERROR_STATUS[code];
  const body: Problem = {
    type: "about:blank",
    title: TITLES[code],
    status,
    code,
    detail: details.message ?? TITLES[code],
    ...(details.fields ? { errors: details.fields.map((each) => ({ ...each })) } : {}),
    ...(details.current === undefined ? {} : { current: details.current }),
    ...details.extra,
    requestId,
  };
  return Response.json(body, {
    status,
    headers: {
      ...apiHeaders(requestId),
      "content-type": "application/problem+json",
      // The rest of the body may never come: the connection cannot carry another request.
      ...(code === "too_large" || code === "timed_out" ? { connection: "close" } : {}),
      ...(details.retryAfterSeconds ? { "retry-after": String(details.retryAfterSeconds) } : {}),
    },
  });
}

/** What is said of a defect: nothing of its insides, but the id by which its log line is found. */
export function defectResponse(requestId: string): Response {
  const body: Problem = {
    type: "about:blank",
    title: TITLES.internal,
    status: 500,
    code: "internal",
    detail: `This is our mistake, not yours. Tell an admin the request id ${requestId}: the log has the rest.`,
    requestId,
  };
  return Response.json(body, {
    status: 500,
    headers: { ...apiHeaders(requestId), "content-type": "application/problem+json" },
  });
}
