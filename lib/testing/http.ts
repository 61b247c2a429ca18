import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { SESSION_COOKIE } from "../auth/cookies";
import { newSecret, secretHash, TOKEN_PREFIX } from "../auth/secrets";
import { type Env, env } from "../config/env";
import type { Operation } from "../contracts/operation";
import { type Operations, operations } from "../contracts/operations";
import { db } from "../db/client";
import type { TokenScope } from "../domain/token-scopes";
import { aService, type SignedIn } from "./factories";
import { handlerOf, loadRoutes } from "./routes";

process.env.LOG_LEVEL ??= "silent";

export const HOST = "plumbline.test:3000";
export const ORIGIN = `http://${HOST}`;
export type OperationName = keyof Operations;

const routes = await loadRoutes("/api/v1/");

/** The Cookie header of a session of this id, as a browser sends it; the row is another matter. */
export async function cookieOf(sessionId: string): Promise<string> {
  const token = await encode({ token: { sub: "somebody", sid: sessionId }, secret: env().NEXTAUTH_SECRET });
  return `${SESSION_COOKIE.name()}=${token}`;
}

/** Signs a person in: a session row, and the Cookie header that refers to it. */
export async function signedIn(viewer: SignedIn, at = new Date()): Promise<string> {
  await db().session.create({
    data: {
      id: viewer.sessionId,
      personId: viewer.person.id,
      createdAt: at,
      lastSeenAt: at,
      authenticatedAt: at,
      expiresAt: new Date(at.getTime() + 12 * 3_600_000),
      userAgent: "a test",
      address: "192.0.2.1",
    },
  });
  return cookieOf(viewer.sessionId);
}

/** A service, and the Cookie header of an admin who is signed in. */
export async function aServiceAndAdmin(): Promise<{
  service: Awaited<ReturnType<typeof aService>>;
  as: string;
}> {
  const service = await aService();
  return { service, as: await signedIn(service.admin) };
}

/** Gives a person a token: a row, and the headers that a script sends with it. */
export async function tokenOf(
  personId: string,
  scopes: readonly TokenScope[],
  some: { createdAt?: Date; expiresAt?: Date; endedAt?: Date } = {},
): Promise<{ id: string; headers: { authorization: string; origin: null } }> {
  const secret = TOKEN_PREFIX + newSecret();
  const createdAt = new Date(Date.now() - 86_400_000);
  const { id } = await db().apiToken.create({
    data: {
      id: randomUUID(),
      personId,
      name: "a script",
      prefix: secret.slice(0, 10),
      hash: secretHash(secret),
      scopes: [...scopes],
      createdAt,
      expiresAt: new Date(Date.now() + 86_400_000),
      ...some,
    },
  });
  return { id, headers: { authorization: `Bearer ${secret}`, origin: null } };
}

interface Sent {
  /** The Cookie header; nobody when left out. */
  as?: string | undefined;
  params?: Record<string, string> | undefined;
  query?: string | undefined;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | undefined;
  /** Beside Host, Origin, Content-Type and Cookie; null takes one of them away. */
  headers?: Record<string, string | null> | undefined;
  /** Aborted when the client goes away. */
  signal?: AbortSignal | undefined;
}

/** An answer of the API. `body` is its JSON, null when it has none. */
export interface Reply {
  status: number;
  headers: Headers;
  body: unknown;
}

/** The request that a browser on our own pages makes for an operation. */
export function requestFor(operation: Pick<Operation, "method" | "path">, sent: Sent): Request {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((sent.params?.[name] ?? "").toWellFormed()),
  );
  const raw = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const headers = new Headers({ host: HOST, origin: ORIGIN });
  if (raw !== undefined) headers.set("content-type", "application/json");
  if (sent.as) headers.set("cookie", sent.as);
  for (const [name, value] of Object.entries(sent.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const init = { method: operation.method, headers, ...(raw === undefined ? {} : { body: raw }) };
  return new Request(`${ORIGIN}${path}${sent.query ? `?${sent.query}` : ""}`, {
    ...init,
    ...(sent.signal ? { signal: sent.signal } : {}),
    duplex: "half",
  } as RequestInit);
}

/** Sends a request to the route that serves an operation, as Next would. */
export async function respond(name: OperationName, sent: Sent = {}): Promise<Response> {
  const operation: Operation = operations[name];
  const handler = handlerOf(routes, operation);
  return handler(requestFor(operation, sent), { params: Promise.resolve(sent.params ?? {}) });
}

/** The same, with the answer read to its end; one that is not JSON as text, and of one that has no end nothing. */
export async function send(name: OperationName, sent: Sent = {}): Promise<Reply> {
  const response = await respond(name, sent);
  const { status, headers } = response;
  const type = headers.get("content-type") ?? "";
  if (type === "text/event-stream") {
    await response.body?.cancel();
    return { status, headers, body: null };
  }
  const text = await response.text();
  return { status, headers, body: text === "" ? null : /[/+]json\b/.test(type) ? JSON.parse(text) : text };
}

/** Does something under another configuration. */
export async function withEnv<T>(change: Partial<Env>, work: () => Promise<T>): Promise<T> {
  const before = { ...env() };
  Object.assign(env(), change);
  try {
    return await work();
  } finally {
    for (const key of Object.keys(change)) delete (env() as Record<string, unknown>)[key];
    Object.assign(env(), before);
  }
}
