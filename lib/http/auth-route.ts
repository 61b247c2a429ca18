import "server-only";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { CALLBACK_COOKIE, DEVICE_COOKIE, SESSION_COOKIE } from "../auth/cookies";
import { rememberDevice } from "../auth/devices";
import { authOptions } from "../auth/next-auth";
import { slowed } from "../auth/throttle";
import { loadViewer } from "../auth/viewer";
import { log } from "../config/log";
import { requestIdOf } from "../config/request-id";
import { db } from "../db/client";
import { databaseError } from "../db/errors";
import { AppError, reasonOf } from "../domain/errors";
import { type RouteHandler, report } from "./handle";
import { methodRefused } from "./method-refused";
import { checkOrigin } from "./origin";
import { apiHeaders, defectResponse, problemResponse } from "./problem";
import { beforeTheRest, parseJson, readLimited } from "./read-body";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What is asked of next-auth, by action; the rest of what it would do is nobody's business. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  csrf: ["GET"],
  session: ["GET"],
  signin: ["GET"],
  signout: ["GET", "POST"],
  error: ["GET"],
  "callback/credentials": ["POST"],
};

/** @throws AppError not_found · method_not_allowed */
function checkAction(method: string, path: readonly string[]): void {
  const methods = Object.hasOwn(ACTIONS, path.join("/")) ? ACTIONS[path.join("/")] : undefined;
  if (!methods) throw new AppError("not_found", { message: "There is no such address." });
  if (methods.includes(method === "HEAD" ? "GET" : method)) return;
  throw methodRefused(method, methods);
}

/** What next-auth takes for an address at all, where it would break on anything else. */
function isAddress(url: string): boolean {
  try {
    return /^https?:$/.test(
      new URL(url, url.startsWith("/") ? "http://plumbline.invalid" : undefined).protocol,
    );
  } catch {
    return false;
  }
}

/** @throws AppError invalid_input for a callbackUrl that leads nowhere */
function checkCallback({ nextUrl, cookies }: NextRequest): void {
  const asked = nextUrl.searchParams.get("callbackUrl");
  const kept = cookies.get(CALLBACK_COOKIE.name())?.value;
  const field = asked && !isAddress(asked) ? "callbackUrl" : kept && !isAddress(kept) ? "cookie" : null;
  if (field === null) return;
  const message =
    field === "cookie" ? "led nowhere and was removed; try again." : "leads nowhere; leave it out.";
  throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
}

/**
 * next-auth's routes with the manners of our own: origin and size are checked, bad JSON is a 400, too many attempts a
 * 429, and a database that is down a 503 that signs nobody out.
 */
export async function authRoute(request: NextRequest, context: Context): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const started = performance.now();
  const response = await answer(request, context, requestId);
  report(request.method, "/api/auth/:action", response.status, performance.now() - started, requestId);
  return response;
}

async function answer(request: NextRequest, context: Context, requestId: string): Promise<Response> {
  try {
    checkOrigin(request, request.cookies.has(SESSION_COOKIE.name()));
    const path = (await context.params).nextauth;
    checkAction(request.method, path);
    checkCallback(request);
    const [action] = path;
    if (action === "session") await loadViewer(request.cookies, new Date());
    let device: string | null = null;
    const options = authOptions({
      device: request.cookies.get(DEVICE_COOKIE.name())?.value,
      remember: (made) => {
        device = made;
      },
    });
    const handled = (await NextAuth(await readable(request), context, options)) as Response;
    const response = (await translated(handled)) ?? handled;
    if (device !== null) response.headers.append("set-cookie", deviceCookie(device));
    for (const [name, value] of Object.entries(apiHeaders(requestId))) response.headers.set(name, value);
    return response;
  } catch (error) {
    const known = error instanceof AppError ? error : databaseError(error);
    if (known?.code === "too_large") return beforeTheRest(problemResponse(known, requestId), request);
    if (known) return withoutBrokenCallback(request, problemResponse(known, requestId));
    log().error({ requestId, error: reasonOf(error) }, "signing in broke");
    return defectResponse(requestId);
  }
}

/** A kept callbackUrl that leads nowhere is forgotten with the refusal, so that the next request gets on. */
function withoutBrokenCallback(request: NextRequest, response: Response): Response {
  const name = CALLBACK_COOKIE.name();
  const kept = request.cookies.get(name)?.value;
  if (kept && !isAddress(kept))
    response.headers.append("set-cookie", setCookie(name, "", { ...CALLBACK_COOKIE.options(), maxAge: 0 }));
  return response;
}

function setCookie(name: string, value: string, options: object): string {
  const carrier = new NextResponse();
  carrier.cookies.set({ name, value, ...options });
  return carrier.headers.get("set-cookie") ?? "";
}
const deviceCookie = (value: string) => setCookie(DEVICE_COOKIE.name(), value, DEVICE_COOKIE.options());

/**
 * A route by which people change their own password: the browser in which they did so stays known to their account,
 * all others are strangers to it from now on. Where that cannot be found out any more, this one is a stranger too.
 */
export const rememberingDevice = (change: RouteHandler): RouteHandler =>
  Object.assign(
    async (...[raw, context]: Parameters<RouteHandler>) => {
      const response = await change(raw, context);
      if (!response.ok) return response;
      try {
        const device = await deviceOf(new NextRequest(raw.url, { headers: raw.headers }));
        if (device !== null) response.headers.append("set-cookie", deviceCookie(device));
      } catch (error) {
        const requestId = requestIdOf(raw.headers);
        log().warn({ requestId, error: reasonOf(error) }, "a browser could not be remembered");
      }
      return response;
    },
    { operation: change.operation },
  );

async function deviceOf({ cookies }: NextRequest): Promise<string | null> {
  const viewer = await loadViewer(cookies, new Date());
  if (!viewer) return null;
  const owner = await db().person.findUniqueOrThrow({ where: { id: viewer.person.id } });
  return rememberDevice(cookies.get(DEVICE_COOKIE.name())?.value, owner);
}

/** The request with a body that is small enough and can be parsed. */
async function readable(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  const text = await readLimited(request);
  const type = request.headers.get("content-type") ?? "";
  if (type.includes("application/json")) parseJson(text === "" ? "{}" : text);
  else if (!type.includes("application/x-www-form-urlencoded")) {
    throw new AppError("unsupported_media_type", { message: "Send a form or JSON." });
  }
  const body = text === "" && type.includes("application/json") ? "{}" : text;
  return new NextRequest(request.url, { method: "POST", headers: request.headers, body });
}

/** A refusal that next-auth could only put into an address, as a status of its own. */
async function translated(response: Response): Promise<Response | null> {
  if (!response.headers.get("content-type")?.includes("application/json")) return null;
  const { url } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { url?: unknown };
  if (typeof url !== "string") return null;
  const error = new URL(url, "http://plumbline.invalid").searchParams.get("error");
  if (error === "unavailable") {
    throw new AppError("unavailable", {
      message: "The database cannot be reached. Try again in a moment.",
      retryAfterSeconds: 2,
    });
  }
  if (!error?.startsWith("slowed:")) return null;
  throw slowed(Number(error.slice("slowed:".length)));
}
