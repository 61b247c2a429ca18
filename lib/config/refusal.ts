import type { IncomingMessage, ServerResponse } from "node:http";
import { discard } from "./discard";

/**
 * Sends an answer to a request whose body nobody wants: whole at once, ended when the client has sent the rest, which is
 * thrown away.
 */
export async function sendBeforeTheRest(
  answer: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer());
  // By its length the client knows that it has all of it.
  const headers = { ...Object.fromEntries(answer.headers), "content-length": body.byteLength };
  response.writeHead(answer.status, headers);
  if (request.method === "HEAD") response.flushHeaders();
  else response.write(body);
  const pieces = request[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  await discard(async () => {
    const { done, value } = await pieces.next();
    return done ? null : value.byteLength;
  });
  response.end();
}
