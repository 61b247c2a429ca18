import "server-only";
import { createHash } from "node:crypto";
import { NextRequest } from "next/server";
import { bearerOf } from "../auth/bearer";
import { SESSION_COOKIE } from "../auth/cookies";
import { expensively } from "../auth/expensive";
import { authorize, type Scope } from "../auth/scope";
import { guarded } from "../auth/throttle";
import { type Viewer, viewerOf } from "../auth/viewer";
import { isHttps } from "../config/env";
import { clientAddress } from "../config/incoming";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { once } from "../config/once";
import { requestIdOf } from "../config/request-id";
import {
  type Body,
  isExpensive,
  type Operation,
  type Params,
  type Query,
  Repeated,
  type Result,
  type Streamed,
} from "../contracts/operation";
import { databaseError } from "../db/errors";
import { inTurn } from "../db/import-turn";
import { withPatience } from "../db/transaction";
import { BACKGROUND_HEADER } from "../domain/background";
import { AppError } from "../domain/errors";
import type { Action } from "../domain/policy";
import { idempotencyKey, replyOnce } from "./idempotency";
import { checkOrigin } from "./origin";
import { apiHeaders, defectResponse, problemResponse } from "./problem";
import { beforeTheRest, readJson } from "./read-body";
import { resourceOf } from "./resource-of";
import { checkParams, validate, validateQuery } from "./validate";

type ScopeFor<O extends Operation> = O["action"] extends Action ? Scope<O["action"]> : null;

/** What a command or query gets to work with. */
interface Handled<O extends Operation> {
  scope: ScopeFor<O>;
  params: Params<O>;
  query: Query<O>;
  body: Body<O>;
  headers: Headers;
  now: Date;
  requestId: string;
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined> | undefined> };
export type RouteHandler = ((request: Request, context: RouteContext) => Promise<Response>) & {
  operation: Operation;
};

/**
 * Makes a route of an operation: origin → viewer → authorize ⇒ Scope → query and body → command → JSON. Refusals
 * become problem+json, defects a 500 that says nothing but its request id; every request is counted and logged.
 * @param first what takes long and needs no database: done before the request waits for a place or opens a transaction
 */
export function handle<O extends Operation, F = void>(
  operation: O,
  command: (handled: Handled<O>, found: F) => Promise<Result<O>>,
  first: (body: Body<O>) => Promise<F> = async () => undefined as F,
): RouteHandler {
  const route = async (raw: Request, context: RouteContext): Promise<Response> => {
    const request = raw instanceof NextRequest ? raw : new NextRequest(raw);
    const requestId = requestIdOf(request.headers);
    const started = performance.now();
    let response: Response;
    try {
      response = await withPatience(operation.patience ?? "usual", () =>
        carryOut(operation, command, first, request, context, requestId),
      );
    } catch (error) {
      response = refusal(error, requestId, operation);
      if (response.status === 413) response = beforeTheRest(response, request);
    }
    if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    report(operation.method, operation.path, response.status, performance.now() - started, requestId);
    return response;
  };
  return Object.assign(route, { operation });
}

async function carryOut<O extends Operation, F>(
  operation: O,
  command: (handled: Handled<O>, found: F) => Promise<Result<O>>,
  first: (body: Body<O>) => Promise<F>,
  request: NextRequest,
  context: RouteContext,
  requestId: string,
): Promise<Response> {
  const now = new Date();
  // No browser sends a token by itself, so that a request with one needs no Origin.
  checkOrigin(request, request.cookies.has(SESSION_COOKIE.name()) && bearerOf(request.headers) === null);
  // Where a route has no parameters, a built Next gives none at all.
  const params = ((await context.params) ?? {}) as Record<string, string>;
  checkParams(params);
  const viewer = operation.action === "public" ? null : await requireViewer(request, operation, now);
  const sent = operation.body ? await readJson(request, operation.tooLarge) : undefined;
  const search = request.nextUrl.searchParams;
  const scope =
    operation.action === "public" || !viewer
      ? null
      : authorize(
          viewer,
          operation.action,
          (await resourceOf(operation, { params, search, body: sent }, viewer)) as never,
          requestId,
        );
  const query = operation.query ? validateQuery(operation.query, search) : {};
  const body = operation.body ? validate(operation.body, sent) : undefined;
  const handled = { scope, params, query, body, headers: request.headers, now, requestId } as Handled<O>;
  const dryRun = (body as { dryRun?: boolean } | undefined)?.dryRun === true;
  const given = idempotencyKey(request);
  // What a dry run finds has no effect with which it would have to be kept.
  const key = dryRun ? null : given;
  const person = viewer?.person.id ?? "nobody";
  const identity = { person, route: request.nextUrl.pathname, body: sent };
  const once = (found: F) => {
    const work = async () => {
      const result: unknown = await command(handled, found);
      return result instanceof Repeated
        ? { status: operation.repeated as number, body: result.result }
        : { status: operation.status as number, body: result };
    };
    return key ? replyOnce({ ...identity, key }, now, work, operation.toldOnce) : work();
  };
  const reply = async () => {
    if (viewer && isExpensive(operation, query as object, body)) {
      const asked = operation.streams || key ? null : [operation.path, params, query, body];
      return expensively(viewer, asked, once, () => first(body as Body<O>));
    }
    const found = await first(body as Body<O>);
    return operation.inTurn && !dryRun ? inTurn(() => once(found)) : once(found);
  };
  // Outside the transaction of a kept reply, which a wrong guess rolls back.
  const { status, body: result } = operation.guarded
    ? await guarded(
        operation.guarded === "invitation"
          ? { kind: operation.guarded, address: clientAddress(request.headers) }
          : { kind: operation.guarded, person },
        now,
        reply,
      )
    : await reply();
  const headers = apiHeaders(requestId);
  if (status === 204) return new Response(null, { status: 204, headers });
  if (operation.streams) return streamed(result as Streamed, status, headers, request.signal);
  if (operation.cacheable) {
    return conditionalReply(request, result as object, operation.cacheable.aside, headers);
  }
  return Response.json(result, { status, headers });
}

/**
 * An answer that is still being made while it is sent.
 * @param gone Next does not begin to read an answer whose client went meanwhile, nor does it say so to who makes it
 */
function streamed(
  { body, contentType, headers }: Streamed,
  status: number,
  own: Record<string, string>,
  gone: AbortSignal,
): Response {
  const response = new Response(body, {
    status,
    headers: { ...own, ...headers, "content-type": contentType },
  });
  const stop = () => {
    if (!body.locked) body.cancel().catch(() => undefined);
  };
  if (gone.aborted) stop();
  else gone.addEventListener("abort", stop, { once: true });
  return response;
}

async function requireViewer(request: NextRequest, operation: Operation, now: Date): Promise<Viewer> {
  const byItself = request.method === "GET" && request.headers.get(BACKGROUND_HEADER) === "1";
  const viewer = await viewerOf(request, now, {
    use: operation.background || byItself ? "background" : "by_person",
    stamped: operation.cacheable !== undefined,
  });
  if (!viewer) throw new AppError("not_signed_in", { message: "Sign in first, then try again." });
  return viewer;
}

function refusal(error: unknown, requestId: string, operation: Operation): Response {
  if (error instanceof AppError) return problemResponse(error, requestId);
  const known = databaseError(error);
  const text = error instanceof Error ? error.message.slice(0, 2000) : String(error);
  const line = {
    requestId,
    route: operation.path,
    error: text,
    stack: error instanceof Error ? error.stack : undefined,
  };
  if (known) {
    log().warn({ ...line, stack: undefined }, "the database could not be used");
    return problemResponse(known, requestId);
  }
  log().error(line, "a request broke");
  return defectResponse(requestId);
}

/** Counts, times and logs one answered request; `route` is a template, never an address. */
export function report(method: string, route: string, status: number, ms: number, requestId: string): void {
  metrics().requests.inc({ method, route, status });
  metrics().durations.observe({ method, route }, ms / 1000);
  log().info({ requestId, method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
}

interface Prepared {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

const prepared = () => once("prepared-replies", () => new WeakMap<object, Prepared>());

/** A result as it is sent: made once for a result that is shared between requests. */
function prepare(result: object, aside: readonly string[]): Prepared {
  const known = prepared().get(result);
  if (known) return known;
  const json = JSON.stringify(result);
  const same = JSON.stringify({
    ...result,
    ...Object.fromEntries(aside.map((member) => [member, undefined])),
  });
  const etag = `W/"${createHash("sha256").update(same).digest("base64url")}"`;
  const made = { bytes: new TextEncoder().encode(json), etag };
  prepared().set(result, made);
  return made;
}

/** Whether one of the copies that a caller says to have (If-None-Match) is as good as this one (RFC 9110, 13.1.2). */
function hasCopy(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => plain(tag) === plain(etag));
}

/**
 * The reply to a request whose caller may have a copy already: 304 when that is still good. Browsers keep a copy, and
 * ask every time.
 * @param aside members that make no difference to whether it is
 */
function conditionalReply(
  request: Request,
  result: object,
  aside: readonly string[],
  headers: Record<string, string>,
): Response {
  const { bytes, etag } = prepare(result, aside);
  const kept = { ...headers, "cache-control": "private, no-cache", etag };
  if (hasCopy(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers: kept });
  return new Response(bytes, { status: 200, headers: { ...kept, "content-type": "application/json" } });
}
