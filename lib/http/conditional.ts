import "server-only";
import { createHash } from "node:crypto";
import { once } from "../config/once";

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
export function hasCopy(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => plain(tag) === plain(etag));
}

/**
 * The reply to a request whose caller may have a copy already: 304 when that is still good. Browsers keep a copy, and
 * ask every time.
 * @param aside members that make no difference to whether it is
 */
export function conditionalReply(
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
