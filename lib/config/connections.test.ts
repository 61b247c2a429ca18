import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { Connections } from "./connections";

let server: Server;
let connections: Connections;
/** Answers that the server holds back, by path. */
let held: Map<string, ServerResponse>;

async function listening(): Promise<number> {
  held = new Map();
  connections = new Connections();
  server = createServer((request, response) => {
    connections.began(request, response);
    if (request.url?.startsWith("/held")) held.set(request.url, response);
    else response.end("answered");
  });
  server.on("connection", (socket: Socket) => connections.opened(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
afterEach(() => server.close().closeAllConnections());

/** A client that keeps its connection alive. */
async function client(port: number) {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let heard = "";
  socket.on("data", (data) => {
    heard += data;
  });
  socket.on("error", () => undefined);
  const ended = once(socket, "close");
  return {
    ask: (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: plumbline\r\n\r\n`),
    heard: () => heard,
    ended,
  };
}
const answers = (text: string) => text.split("HTTP/1.1 200").length - 1;

it("ends at once what is connected and asks nothing, whether it asked before or never", async () => {
  const port = await listening();
  const [never, before] = [await client(port), await client(port)];
  before.ask("/");
  await expect.poll(() => answers(before.heard())).toBe(1);
  connections.drain();
  await Promise.all([never.ended, before.ended]);
});

it("answers what is under way, says that it is the last, and then hangs up", async () => {
  const port = await listening();
  const busy = await client(port);
  busy.ask("/held?x=1");
  await expect.poll(() => held.size).toBe(1);
  expect(connections.underWay()).toMatchObject([{ method: "GET", path: "/held" }]);
  connections.drain();
  held.get("/held?x=1")?.end("late");
  await busy.ended;
  expect(busy.heard()).toMatch(/^HTTP\/1\.1 200 .*\r\nConnection: close\r\n.*late/is);
  expect(connections.underWay()).toEqual([]);
});

it("hangs up after an answer whose head was sent before, too", async () => {
  const port = await listening();
  const busy = await client(port);
  busy.ask("/held");
  await expect.poll(() => held.size).toBe(1);
  held.get("/held")?.write("begun, ");
  await expect.poll(() => busy.heard()).toMatch(/begun/);
  connections.drain();
  held.get("/held")?.end("ended");
  await busy.ended;
  expect(busy.heard()).toMatch(/ended/);
});

it("serves no client that goes on asking more than the request that it was at", async () => {
  const port = await listening();
  const eager = await client(port);
  eager.ask("/held");
  await expect.poll(() => held.size).toBe(1);
  connections.drain();
  for (let asked = 0; asked < 50; asked += 1) eager.ask("/");
  held.get("/held")?.end("late");
  await eager.ended;
  expect(answers(eager.heard())).toBe(1);
});
