import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "../lib/testing/databases";
import { PREFIX } from "./global-setup";

/** A Plumbline that serves the build under test. */
export interface Server {
  url: string;
  databaseUrl: string;
  /** Lines of its log. */
  log: readonly string[];
  /** Asks it to stop, and kills it when it does not. */
  stop(): Promise<"by itself" | "killed">;
}

/** Ends the server with this process, even one that was killed. */
const FOLLOW = new URL("../scripts/start/leave-with-parent.mjs", import.meta.url).href;
/** As `npm start` and the container load it. */
const JSON_CONSOLE = new URL("../scripts/start/json-console.mjs", import.meta.url).href;
const SERVER = "scripts/start/server.mjs";
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;

let counter = 0;

/** Starts a server on a database of its own: migrated, seeded, not set up. @param env beside what it needs */
export async function startServer(name: string, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const adminUrl = process.env.E2E_DATABASE_ADMIN_URL ?? "";
  counter += 1;
  const databaseUrl = await createDatabase(
    adminUrl,
    `${PREFIX}${name}_${process.pid}_${counter}`,
    `${PREFIX}template`,
  );
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", FOLLOW, "--import", JSON_CONSOLE, SERVER], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: "a secret for browser tests, long enough",
      NODE_ENV: "production",
      PORT: String(port),
      // a connection is never closed for being idle: in the moment in which a slow test uses it again, that would be an error
      KEEP_ALIVE_TIMEOUT: "3600000",
      LOG_LEVEL: "warn",
      PLUMBLINE_PARENT: String(process.pid),
      ...env,
    },
    // the fourth is what it hears by that we are gone
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => log.push(String(data)));
  const url = `http://localhost:${port}`;
  await untilLive(url, child, log);
  return { url, databaseUrl, log, stop: () => stop(child) };
}

async function untilLive(url: string, child: ChildProcess, log: readonly string[]): Promise<void> {
  for (const began = Date.now(); Date.now() - began < START_LIMIT_MS && child.exitCode === null; ) {
    const live = await fetch(`${url}/api/health/live`).catch(() => null);
    if (live?.ok) return;
    await sleep(50);
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start:\n${log.join("")}`);
}

async function stop(child: ChildProcess): Promise<"by itself" | "killed"> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    const hard = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended;
    clearTimeout(hard);
  }
  return child.signalCode === "SIGKILL" ? "killed" : "by itself";
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}
