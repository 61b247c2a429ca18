import { Server } from "node:http";
import { env } from "./env";
import { once } from "./once";

const PEER_HEADER = "x-plumbline-peer";

/**
 * Notes on every incoming request which address its connection comes from: Next does not tell, and takes a client's
 * word in X-Forwarded-For. Called once, when the process starts.
 */
export function notePeerAddresses(): void {
  once("peer-addresses", () => {
    const emit = Server.prototype.emit;
    Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]) {
      if (event === "request") {
        const request = args[0] as { headers: Record<string, unknown>; socket?: { remoteAddress?: string } };
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
