import "server-only";
import { NextRequest } from "next/server";
import { SESSION_COOKIE } from "../auth/cookies";
import { loadServiceResource, loadTeamResource, ORGANISATION, type Resource } from "../auth/resources";
import { authorize, type Scope } from "../auth/scope";
import { loadViewer } from "../auth/viewer";
import { isHttps } from "../config/env";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { requestIdOf } from "../config/request-id";
import type { Body, Operation, Params, Query, Result } from "../contracts/operation";
import { databaseError } from "../db/errors";
import { AppError } from "../domain/errors";
import type { Action } from "../domain/policy";
import { idempotencyKey, replyOnce } from "./idempotency";
import { checkOrigin } from "./origin";
import { apiHeaders, defectResponse, problemResponse } from "./problem";
import { readJson } from "./read-body";
import { checkParams, validate, validateQuery } from "./validate";

type ScopeFor<O extends Operation> = O["action"] extends Action ? Scope<O["action"]> : null;

/** What a command or query gets to work with. */
export interface Handled<O extends Operation> {
  scope: ScopeFor<O>;
  params: Params<O>;
  query: Query<O>;
  body: Body<O>;
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
 */
export function handle<O extends Operation>(
  operation: O,
  command: (handled: Handled<O>) => Promise<Result<O>>,
): RouteHandler {
  const route = async (request: Request, context: RouteContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers);
    const started = performance.now();
    let response: Response;
    try {
      response = await carryOut(operation, command, request, context, requestId);
    } catch (error) {
      response = refusal(error, requestId, operation);
    }
    if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    report(operation.method, operation.path, response.status, performance.now() - started, requestId);
    return response;
  };
  return Object.assign(route, { operation });
}

async function carryOut<O extends Operation>(
  operation: O,
  command: (handled: Handled<O>) => Promise<Result<O>>,
  raw: Request,
  context: RouteContext,
  requestId: string,
): Promise<Response> {
  const now = new Date();
  const request = raw instanceof NextRequest ? raw : new NextRequest(raw);
  checkOrigin(request, request.cookies.has(SESSION_COOKIE.name()));
  // Where a route has no parameters, a built Next gives none at all.
  const params = ((await context.params) ?? {}) as Record<string, string>;
  checkParams(params);
  const viewer = operation.action === "public" ? null : await loadViewer(request.cookies, now);
  if (operation.action !== "public" && !viewer) {
    throw new AppError("not_signed_in", {
      message: "Sign in first, then try again.",
    });
  }
  const sent = operation.body ? await readJson(request) : undefined;
  const scope =
    operation.action === "public"
      ? null
      : authorize(viewer, operation.action, (await resourceOf(operation, params, sent)) as never, requestId);
  const query = operation.query ? validateQuery(operation.query, request.nextUrl.searchParams) : {};
  const body = operation.body ? validate(operation.body, sent) : undefined;
  const work = async () => ({
    status: operation.status as number,
    body: await command({ scope, params, query, body, now, requestId } as Handled<O>),
  });
  const key = idempotencyKey(request);
  const person = viewer?.person.id ?? "nobody";
  const reply = key
    ? await replyOnce({ person, route: request.nextUrl.pathname, key, body: sent }, now, work)
    : await work();
  const headers = apiHeaders(requestId);
  if (reply.status === 204) return new Response(null, { status: 204, headers });
  return Response.json(reply.body, { status: reply.status, headers });
}

/** What an operation is done to, by the names in its path or body. @throws AppError not_found */
async function resourceOf(
  operation: Operation,
  params: Record<string, string>,
  body: unknown,
): Promise<Resource> {
  if (operation.on === "service") return loadServiceResource(params.service ?? "");
  if (operation.on === "team") return loadTeamResource(params.team ?? "");
  if (operation.on !== "team_in_body") return ORGANISATION;
  const team = (body as { team?: unknown } | null)?.team;
  if (typeof team === "string") return loadTeamResource(team);
  const message = "Name the team that it belongs to.";
  throw new AppError("invalid_input", { message: `team: ${message}`, fields: [{ field: "team", message }] });
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
