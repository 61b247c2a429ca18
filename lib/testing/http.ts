import { encode } from "next-auth/jwt";
import { SESSION_COOKIE } from "../auth/cookies";
import type { Viewer } from "../auth/viewer";
import { type Env, env } from "../config/env";
import type { Operation } from "../contracts/operation";
import { type Operations, operations } from "../contracts/operations";
import { db } from "../db/client";
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
export async function signedIn(viewer: Viewer, at = new Date()): Promise<string> {
  await db().session.create({
    data: {
      id: viewer.sessionId,
      personId: viewer.person.id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 12 * 3_600_000),
      userAgent: "a test",
      address: "192.0.2.1",
    },
  });
  return cookieOf(viewer.sessionId);
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
    duplex: "half",
  } as RequestInit);
}

/** Sends a request to the route that serves an operation, as Next would. */
export async function send(name: OperationName, sent: Sent = {}): Promise<Reply> {
  const operation: Operation = operations[name];
  const handler = handlerOf(routes, operation);
  const response = await handler(requestFor(operation, sent), {
    params: Promise.resolve(sent.params ?? {}),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
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
