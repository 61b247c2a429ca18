import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { sendBeforeTheRest } from "./refusal";

let server: Server | undefined;
afterEach(() => server?.close().closeAllConnections());

/** A client that begins to send a request which the server refuses. */
async function refused(text: string) {
  server = createServer((request, response) => {
    const headers = { connection: "close", allow: "GET" };
    void sendBeforeTheRest(new Response("not by this method", { status: 405, headers }), request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const seen = { heard: "", ended: false, error: null as string | null };
  socket.on("data", (data) => {
    seen.heard += data;
  });
  socket.on("end", () => {
    seen.ended = true;
  });
  socket.on("error", (error) => {
    seen.error = error.message;
  });
  socket.write(text);
  return { socket, seen };
}
const ANSWER = /^HTTP\/1\.1 405 .*\r\nallow: GET\r\n.*content-length: 18\r\n.*\r\n\r\nnot by this method$/is;

describe("a refusal at the door", () => {
  it("is told whole at once, and the connection stays until the rest of the body was sent", async () => {
    const { socket, seen } = await refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx");
    await expect.poll(() => seen.heard).toMatch(ANSWER);
    for (let sent = 1; sent < 1_000_000; sent += 111_111) {
      expect(seen).toMatchObject({ ended: false, error: null });
      socket.write("x".repeat(111_111));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await expect.poll(() => seen.ended).toBe(true);
    expect(seen).toMatchObject({ error: null, heard: expect.stringMatching(ANSWER) });
  });

  it.each([
    ["GET", ANSWER],
    ["HEAD", /^HTTP\/1\.1 405 .*content-length: 18\r\n.*\r\n\r\n$/is],
  ])("of a %s without a body ends at once", async (method, answer) => {
    const { seen } = await refused(`${method} / HTTP/1.1\r\nHost: a\r\n\r\n`);
    await expect.poll(() => seen.ended).toBe(true);
    expect(seen.heard).toMatch(answer);
  });

  it("is over when nothing more comes", async () => {
    const { socket, seen } = await refused("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nx");
    await expect.poll(() => seen.ended).toBe(true);
    expect(seen.heard).toMatch(ANSWER);
    socket.destroy();
  });
});
