import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createDatabase } from "../lib/testing/databases";
import { PREFIX } from "./global-setup";

/** A Plumbline that serves the build under test. */
export interface Server {
  url: string;
  databaseUrl: string;
  /** Lines of its log. */
  log: readonly string[];
  stop(): Promise<void>;
}

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
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: "a secret for browser tests, long enough",
      NODE_ENV: "production",
      PORT: String(port),
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => log.push(String(data)));
  const url = `http://localhost:${port}`;
  await untilLive(url, child, log);
  return { url, databaseUrl, log, stop: () => stop(child) };
}

async function untilLive(url: string, child: ChildProcess, log: readonly string[]): Promise<void> {
  for (let tried = 0; tried < 300; tried += 1) {
    if (child.exitCode !== null) break;
    const live = await fetch(`${url}/api/health/live`).catch(() => null);
    if (live?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`the server did not start:\n${log.join("")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await ended;
  clearTimeout(hard);
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
