import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { urlOf } from "./databases";

/** Which way nothing passes: what is asked, what is answered, or both. */
export type Way = "asked" | "answered" | "both";

/** A network between us and Postgres that can fall silent without hanging up. */
export interface StallingProxy {
  /** The same database, through it. */
  url: string;
  /** From now on nothing passes, and nobody is hung up on, until `resume`. @param later also for those who connect later */
  stall(way: Way, later?: boolean): void;
  /** What was held back arrives. */
  resume(): void;
  /** Ends the connections to us; what is held back for the server arrives all the same when it goes on. */
  hangUp(): void;
  close(): void;
}

/** Listens on a port of its own, in front of the server of this URL. */
export async function stallingProxy(url: string): Promise<StallingProxy> {
  const { hostname, port, pathname } = new URL(url);
  const held: { stall: (way: Way) => void; resume: () => void; hangUp: () => void; end: () => void }[] = [];
  let always: Way | null = null;
  const server = createServer((client: Socket) => {
    const upstream = connect(Number(port), hostname);
    const closed = { asked: false, answered: false };
    const waiting: { to: Socket; data: Buffer; way: "asked" | "answered" }[] = [];
    const pass = (way: "asked" | "answered", to: Socket) => (data: Buffer) => {
      if (closed[way]) waiting.push({ to, data, way });
      else to.write(data);
    };
    client.on("data", pass("asked", upstream));
    upstream.on("data", pass("answered", client));
    // Silent, it passes on no goodbye either.
    client.on("error", () => undefined).on("close", () => closed.asked || upstream.destroy());
    upstream.on("error", () => undefined).on("close", () => client.destroy());
    const connection = {
      stall: (way: Way) => {
        closed.asked ||= way !== "answered";
        closed.answered ||= way !== "asked";
      },
      resume: () => {
        closed.asked = false;
        closed.answered = false;
        for (const { to, data } of waiting.splice(0)) to.write(data);
        if (client.destroyed) upstream.end();
      },
      hangUp: () => client.destroy(),
      end: () => {
        client.destroy();
        upstream.destroy();
      },
    };
    if (always) connection.stall(always);
    held.push(connection);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const own = new URL(urlOf(url, pathname.slice(1)));
  own.hostname = "127.0.0.1";
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    stall: (way, later = true) => {
      if (later) always = way;
      for (const each of held) each.stall(way);
    },
    resume: () => {
      always = null;
      for (const each of held) each.resume();
    },
    hangUp: () => {
      for (const each of held) each.hangUp();
    },
    close: () => {
      for (const each of held) each.end();
      server.close();
    },
  };
}
