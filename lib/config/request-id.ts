import { randomUUID } from "node:crypto";

/** The id that a proxy in front (or a client) gave a request, if it looks like one; else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}
