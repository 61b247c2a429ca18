import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies";
import { NextRequest } from "next/server";
import { hashPassword } from "../auth/passwords";
import { db } from "../db/client";
import { authRoute } from "../http/auth-route";
import { aPerson } from "./factories";
import { HOST, ORIGIN } from "./http";

const current = new AsyncLocalStorage<Headers>();
const headersOf = () => {
  const headers = current.getStore();
  if (!headers) throw new RangeError("next-auth was called outside of a request");
  return headers;
};
// next-auth asks next/headers for the request's headers and cookies, which only Next can give; the rest is its own.
const nextHeaders = createRequire(import.meta.url)("next/headers") as Record<string, unknown>;
nextHeaders.headers = async () => headersOf();
nextHeaders.cookies = async () => new RequestCookies(headersOf());

interface Sent {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: string | URLSearchParams;
  headers?: Record<string, string | null>;
}

/** A browser that signs in and out: it keeps the cookies that next-auth's routes set. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Headers of every request, such as what a proxy in front would add. */
  constructor(private readonly always: Record<string, string> = {}) {}

  async send(path: string, { method = "GET", body, headers = {} }: Sent = {}): Promise<Response> {
    const all = new Headers({ host: HOST, origin: ORIGIN, "user-agent": "a test", ...this.always });
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookie) all.set("cookie", cookie);
    if (body instanceof URLSearchParams) all.set("content-type", "application/x-www-form-urlencoded");
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) all.delete(name);
      else all.set(name, value);
    }
    const init = { method, headers: all, ...(body === undefined ? {} : { body }) };
    const request = new NextRequest(`${ORIGIN}/api/auth/${path}`, init);
    const nextauth = (path.split("?")[0] ?? "").split("/");
    const response = await current.run(all, () =>
      authRoute(request, { params: Promise.resolve({ nextauth }) }),
    );
    this.keep(response);
    return response;
  }

  /** Keeps the cookies that an answer sets. */
  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
  }

  /** Posts a form with the csrf token that next-auth wants, as lib/client/session.ts does. */
  async post(path: string, fields: Record<string, string>): Promise<Response> {
    const { csrfToken } = (await (await this.send("csrf")).json()) as { csrfToken: string };
    return this.send(path, {
      method: "POST",
      body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
    });
  }

  signIn = (email: string, password: string) => this.post("callback/credentials", { email, password });
}

/** What everybody here signs in with. */
export const PASSWORD = "correct horse battery";
const passwordHash = await hashPassword(PASSWORD);

/** A person who can sign in. */
export async function somebody() {
  const { person } = await aPerson();
  await db().person.update({ where: { id: person.id }, data: { passwordHash } });
  return person;
}

/** The headers of requests from an address of its own. */
export const peer = () => ({ "x-plumbline-peer": `192.0.2.${randomUUID()}` });
