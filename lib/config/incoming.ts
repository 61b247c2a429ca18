import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { env } from "./env";
import { once } from "./once";

const PEER_HEADER = "x-plumbline-peer";

/** Whether the path of an address can be read: well-formed percent signs, UTF-8, no NUL. */
export function isReadablePath(url: string): boolean {
  try {
    return !decodeURIComponent(url.split("?")[0] ?? "").includes("\u0000");
  } catch {
    return false;
  }
}

/** What an address that cannot be read gets, before anything else sees it. */
function refuse(response: ServerResponse): void {
  const body = {
    type: "about:blank",
    title: "This address cannot be read",
    status: 400,
    code: "invalid_input",
    detail: "The address holds characters that no address can carry.",
  };
  response.writeHead(400, {
    "content-type": "application/problem+json",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(JSON.stringify(body));
}

/**
 * Looks at every incoming request before Next does, which would break on an address that cannot be decoded, and which
 * takes a client's word for where it comes from: notes the address of the connection. Called once, when the process
 * starts.
 */
export function watchIncoming(): void {
  once("incoming", () => {
    const emit = Server.prototype.emit;
    Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
      if (event === "request") {
        const [request, response] = args as [IncomingMessage, ServerResponse];
        if (!isReadablePath(request.url ?? "/")) {
          refuse(response);
          return true;
        }
        request.headers[PEER_HEADER] = request.socket?.remoteAddress ?? "unknown";
      }
      return Reflect.apply(emit, this, [event, ...args]) as boolean;
    };
    return true;
  });
}

/**
 * The address that a request comes from. X-Forwarded-For counts only behind TRUSTED_PROXY_HOPS proxies, and then the
 * entry that the outermost of them wrote.
 */
export function clientAddress(headers: Headers): string {
  const peer = headers.get(PEER_HEADER) ?? "unknown";
  const hops = env().TRUSTED_PROXY_HOPS;
  if (hops === 0) return peer;
  const chain = [...(headers.get("x-forwarded-for") ?? "").split(","), peer].map((each) => each.trim());
  return chain.filter((each) => each !== "").at(-1 - hops) ?? peer;
}
