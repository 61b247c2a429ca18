import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { blanks, rightsRenderedFor } from "@/lib/auth/shared-rendering";
import { isHttps } from "@/lib/config/env";
import { requestIdOf } from "@/lib/config/request-id";
import { recentProbe } from "@/lib/db/probe";
import { cachedPage } from "@/lib/http/page-cache/page-cache";

const policy = (nonce: string) => {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join("; ");
};

const DOWN = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="3"><title>Back in a moment · Plumbline</title>
<body><main><h1>The database cannot be reached</h1>
<p>Nothing is lost: what was saved is saved, and answers that you were typing are kept in this browser.
This page tries again every few seconds.</p></main></body></html>`;

/**
 * Every page passes here: a fresh nonce for its Content-Security-Policy, and a 503 that says so while the database is
 * away (a page itself could not answer with that status). What many people open at once is answered here, as it was
 * drawn before.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const isShared = rightsRenderedFor(request.headers) !== null;
  const nonce = isShared ? blanks().nonce : randomBytes(16).toString("base64");
  const csp = policy(nonce);
  const requestId = requestIdOf(request.headers);
  const own: Record<string, string> = {
    "content-security-policy": csp,
    "x-request-id": requestId,
    ...(isHttps() ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
  if (!(await recentProbe()).reachable) {
    const headers = {
      ...own,
      "content-type": "text/html; charset=utf-8",
      "retry-after": "3",
      "cache-control": "no-store",
    };
    return new NextResponse(DOWN, { status: 503, headers });
  }
  const kept = isShared ? null : await cachedPage(request, nonce, new Date());
  if (kept) {
    for (const [name, value] of Object.entries(own)) kept.headers.set(name, value);
    return kept;
  }
  const forwarded = new Headers(request.headers);
  forwarded.set("x-request-id", requestId);
  forwarded.set("x-nonce", nonce);
  request.nextUrl.searchParams.delete("_rsc");
  forwarded.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  forwarded.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(own)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)"] };
