import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Connections } from "./connections";
import { env } from "./env";
import { lifecycle } from "./lifecycle";
import { once } from "./once";
import { sendBeforeTheRest } from "./refusal";

/** Names a page's request to this process alone. */
const ANSWER_HEADER = "x-plumbline-answer";
const PEER_HEADER = "x-plumbline-peer";

/** Whether the path of an address can be read: well-formed percent signs, UTF-8, no NUL. */
export function isReadablePath(url: string): boolean {
  try {
    return !decodeURIComponent(url.split("?")[0] ?? "").includes("\u0000");
  } catch {
    return false;
  }
}

/** These pass by proxy.ts, which gives pages their policy; where there is no such file the answer is a page all the same. */
const FILE = /^\/(?:_next\/|favicon\.ico(?:\?|$))/;
const POLICY_OF_FILES =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers some requests before Next sees them; null for those to go on with. */
export type Refuse = (method: string, url: string, headers: Headers) => Response | null;

/** The connections of this process' server. */
export const connections = (): Connections =>
  once("connections", () => {
    const made = new Connections();
    lifecycle().onDrain.add(() => made.drain());
    return made;
  });
/** The answers of pages that are under way, by number; and which of them could not be made for now. */
const answers = () => once("answers", () => ({ last: 0, later: new Set<string>() }));

/**
 * Says that a page could not be made for now: its answer, that would be a 500, becomes a 503.
 * @param headers of its request, as they arrived
 */
export function pageIsLater(headers: NodeJS.Dict<string | string[]>): void {
  const name = headers[ANSWER_HEADER];
  if (typeof name === "string") answers().later.add(name);
}

function watchAnswer(request: IncomingMessage, response: ServerResponse): void {
  const all = answers();
  all.last += 1;
  const name = String(all.last);
  request.headers[ANSWER_HEADER] = name;
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const later = status === 500 && all.later.has(name);
    if (later) response.setHeader("retry-after", "3");
    return Reflect.apply(writeHead, this, [later ? 503 : status, ...rest]);
  } as typeof writeHead;
  response.once("close", () => all.later.delete(name));
}

/** What our HTTP server asks before Next. */
interface Gate {
  connected(socket: Socket): void;
  /** @returns false for a request that was answered, and that Next is not to see */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * Looks at every incoming request before Next does, which takes a client's word for where it comes from: notes the
 * address of the connection. It also knows what is under way when the process is to stop. Called once, when the
 * process starts; scripts/start/server.mjs waits for it before it listens.
 * @param refuse what is not to reach Next
 * @throws Error when Next serves without our server: it would believe whatever a client says
 */
export function openGate(refuse: Refuse): void {
  const open = Reflect.get(globalThis, Symbol.for("plumbline.open-gate")) as
    | ((gate: Gate) => void)
    | undefined;
  if (!open) throw new Error("Start it with npm start: Next must not serve alone.");
  const admit = (request: IncomingMessage, response: ServerResponse) => {
    connections().began(request, response);
    const { method = "GET", url = "/" } = request;
    const id = request.headers["x-request-id"];
    const answer = refuse(method, url, new Headers(typeof id === "string" ? { "x-request-id": id } : {}));
    if (answer) {
      void sendBeforeTheRest(answer, request, response);
      return false;
    }
    if (FILE.test(url)) response.setHeader("content-security-policy", POLICY_OF_FILES);
    watchAnswer(request, response);
    request.headers[PEER_HEADER] = request.socket?.remoteAddress ?? "unknown";
    return true;
  };
  open({ connected: (socket) => connections().opened(socket), admit });
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
