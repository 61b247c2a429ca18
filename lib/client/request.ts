import type { BodyInput, Params, QueryInput, Repeated, Result } from "../contracts/operation";
import type { OperationKey, OperationOf } from "../contracts/operations";
import type { Problem } from "../contracts/organisation";
import { BACKGROUND_HEADER } from "../domain/background";

/** A refusal of the API, as thrown by send(): the problem that it answered with. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.problem = problem;
  }
  /** What is wrong by field, for the form that sent it. */
  get byField(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

/** What is there now, when somebody else was faster; undefined for every other failure, null where nothing is there. */
export function conflictOf<T>(error: unknown): T | undefined {
  const conflict = error instanceof ApiProblem && error.problem.code === "conflict";
  return conflict ? (error.problem.current as T | undefined) : undefined;
}

type Path<K extends OperationKey> = OperationOf<K>["path"];
type Request<K extends OperationKey> = (keyof Params<OperationOf<K>> extends never
  ? { params?: undefined }
  : { params: Params<OperationOf<K>> }) &
  (BodyInput<OperationOf<K>> extends undefined
    ? { body?: undefined }
    : { body: BodyInput<OperationOf<K>> }) & {
    query?: QueryInput<OperationOf<K>>;
    signal?: AbortSignal;
    /** Makes a POST safe to repeat. */
    idempotencyKey?: string;
    /** Not asked for by a person, so that it does not keep their session from idling out. */
    background?: boolean;
    /** Sent although the page may be gone before it arrives. */
    keepalive?: boolean;
  };

/** What comes over the wire: whether it was new or repeated, its status says. */
type Received<K extends OperationKey> = Exclude<Result<OperationOf<K>>, Repeated<unknown>>;

let lastWriteMs = Number.NEGATIVE_INFINITY;
const noteWrite = (): void => {
  lastWriteMs = Date.now();
};
/** How long ago, in milliseconds, a person last changed something in this tab. */
export const sinceLastWrite = (): number => Date.now() - lastWriteMs;

/**
 * Calls an operation of the API by its method and path, typed from the table of operations.
 * @throws ApiProblem when it refuses; TypeError when the server cannot be reached
 */
export async function send<K extends OperationKey>(key: K, request: Request<K>): Promise<Received<K>> {
  const [method = "GET", path = ""] = key.split(" ") as [string, Path<K>];
  const url = fillPath(path, request.params) + searchOf(request.query);
  const writes = method !== "GET" && !request.background;
  if (writes) noteWrite();
  const response = await fetch(url, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...(request.background ? { [BACKGROUND_HEADER]: "1" } : {}),
      ...(request.idempotencyKey ? { "idempotency-key": request.idempotencyKey } : {}),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    ...(request.signal ? { signal: request.signal } : {}),
    // What is sent while the page goes away arrives all the same.
    ...(request.keepalive || (document.visibilityState === "hidden" && method !== "GET")
      ? { keepalive: true }
      : {}),
  });
  // what was read while it was under way may be of before
  if (writes) noteWrite();
  if (response.status === 204) return undefined as Received<K>;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Received<K>;
  throw new ApiProblem(isProblem(body) ? body : unreadable(response.status));
}

function fillPath(path: string, params: Readonly<Record<string, string>> | undefined): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ""));
}

function searchOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== "") search.append(name, String(each));
    }
  }
  return search.size === 0 ? "" : `?${search}`;
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && "detail" in body;

const unreadable = (status: number): Problem => ({
  type: "about:blank",
  title: "The server gave no answer that can be read",
  status,
  code: status >= 500 ? "unavailable" : "internal",
  detail: "The server gave no answer that can be read. What you typed is kept; try again in a moment.",
  requestId: "",
});

/** What to tell a person about anything that send() can throw. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiProblem) return error.message;
  return "The server cannot be reached. What you typed is kept; try again in a moment.";
}
