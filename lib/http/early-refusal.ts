import "server-only";
import { isHttps } from "../config/env";
import { isReadablePath } from "../config/incoming";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { requestIdOf } from "../config/request-id";
import type { Operation } from "../contracts/operation";
import { operations } from "../contracts/operations";
import { AppError } from "../domain/errors";
import { methodRefused } from "./method-refused";
import { problemResponse } from "./problem";

/** What Next can be asked at all; anything else would break it. */
const KNOWN = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What is served below /api and is no operation. */
const OTHERS = [
  { path: "/api/health/live", method: "GET" },
  { path: "/api/health/ready", method: "GET" },
  { path: "/api/metrics", method: "GET" },
  { path: "/api/v1/openapi.json", method: "GET" },
] as const;

interface Place {
  segments: readonly string[];
  methods: string[];
}

/** The addresses of the API, those with the fewest parameters first, as Next takes them. */
const places = (() => {
  const byPath = new Map<string, Place>();
  for (const { path, method } of [...Object.values<Operation>(operations), ...OTHERS]) {
    const place = byPath.get(path) ?? { segments: path.split("/"), methods: ["OPTIONS"] };
    place.methods.push(method, ...(method === "GET" ? ["HEAD"] : []));
    byPath.set(path, place);
  }
  const parameters = ({ segments }: Place) => segments.filter((each) => each.startsWith(":")).length;
  return [...byPath.values()].sort((a, b) => parameters(a) - parameters(b));
})();

/** Which methods an address of the API takes; null for one that it does not have. */
export function methodsAt(path: string): readonly string[] | null {
  const parts = path.split("/");
  const fits = ({ segments }: Place) =>
    segments.length === parts.length &&
    segments.every((each, index) => each.startsWith(":") || each === parts[index]);
  return places.find(fits)?.methods ?? null;
}

function problemOf(method: string, url: string): { error: AppError; allow?: readonly string[] } | null {
  if (!isReadablePath(url)) {
    const message = "The address holds characters that no address can carry.";
    return { error: new AppError("invalid_input", { message }) };
  }
  const path = url.split("?")[0] ?? "";
  if (!KNOWN.includes(method)) return { error: methodRefused(method, null), allow: KNOWN };
  const allow = path.startsWith("/api/") && methodsAt(path);
  if (!allow || allow.includes(method)) return null;
  return { error: methodRefused(method, allow), allow };
}

/**
 * What a request is answered before Next sees it, which would say nothing of why or break: an address that cannot be
 * read, a method that its address does not take.
 * @returns null for a request to go on with
 */
export function refuseEarly(method: string, url: string, headers: Headers): Response | null {
  const found = problemOf(method, url);
  if (!found) return null;
  const requestId = requestIdOf(headers);
  const response = problemResponse(found.error, requestId);
  response.headers.set("x-content-type-options", "nosniff");
  // What it brought may never end: the connection cannot carry another request.
  response.headers.set("connection", "close");
  if (found.allow) response.headers.set("allow", found.allow.join(", "));
  if (isHttps()) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  const known = KNOWN.includes(method) ? method : "other";
  metrics().requests.inc({ method: known, route: "refused", status: response.status });
  log().info({ requestId, method: known, route: "refused", status: response.status }, "request");
  return response;
}
