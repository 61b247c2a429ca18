import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request that is being answered. */
export interface UnderWay {
  method: string;
  /** Without the query. */
  path: string;
  /** How long it has been so. */
  ms: number;
}

/**
 * The connections of a server and what is being answered on each, so that it can stop without hanging up on anybody: Node
 * alone serves a connection that is kept alive for as long as its client goes on asking.
 */
export class Connections {
  readonly #answers = new Map<Socket, Map<ServerResponse, { request: IncomingMessage; since: number }>>();
  #draining = false;

  /** A client connected. */
  opened(socket: Socket): void {
    if (this.#answers.has(socket)) return;
    this.#answers.set(socket, new Map());
    socket.once("close", () => this.#answers.delete(socket));
  }

  /** A request began. While the server drains, its answer is the last of its connection. */
  began(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    this.opened(socket);
    this.#answers.get(socket)?.set(response, { request, since: performance.now() });
    if (this.#draining) response.shouldKeepAlive = false;
    response.once("close", () => {
      this.#answers.get(socket)?.delete(response);
      if (this.#draining) this.#hangUpIfIdle(socket);
    });
  }

  /** Ends the connections on which nothing is being answered, and every other one after its answer. */
  drain(): void {
    this.#draining = true;
    for (const [socket, answers] of this.#answers) {
      // Node says so to the client where the head of the answer was not sent yet.
      for (const response of answers.keys()) response.shouldKeepAlive = false;
      // A request that has arrived already, but was not read yet, is answered first.
      setImmediate(() => this.#hangUpIfIdle(socket));
    }
  }

  /** What is being answered now. */
  underWay(): UnderWay[] {
    return [...this.#answers.values()].flatMap((answers) =>
      [...answers.values()].map(({ request, since }) => ({
        method: request.method ?? "",
        path: request.url?.split("?")[0] ?? "",
        ms: Math.round(performance.now() - since),
      })),
    );
  }

  #hangUpIfIdle(socket: Socket): void {
    if (this.#answers.get(socket)?.size === 0) socket.destroySoon();
  }
}
