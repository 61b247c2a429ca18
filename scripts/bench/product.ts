import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { passwordFile, portFile } from "../postgres/layout.mjs";
import { freePort, startNode, stop, untilOk, webMemoryMb } from "./processes";

const EMAIL = "bench@example.com";
const PASSWORD = "a sentence is easy to remember";

/** A running Plumbline on a data folder of its own. */
export interface Product {
  origin: string;
  /** Of its embedded Postgres. */
  databaseUrl: string;
  /** From the start of the process until it was ready. */
  readyMs: number;
  memoryMb(): number;
  stop(): Promise<void>;
}

/** Starts the product as `npm start` does: builds it when the source changed. */
export async function startProduct(root: string, dataDir: string): Promise<Product> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child: ChildProcess = startNode([join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: {
      PORT: String(port),
      PLUMBLINE_DATA_DIR: dataDir,
      PLUMBLINE_URL: "",
      DATABASE_URL: "",
      LOG_LEVEL: "error",
    },
  });
  const readyMs = await untilOk(`${origin}/api/health/ready`, child);
  const password = (await readFile(passwordFile(dataDir), "utf8")).trim();
  const postgres = (await readFile(portFile(dataDir), "utf8")).trim();
  return {
    origin,
    databaseUrl: `postgresql://plumbline:${password}@127.0.0.1:${postgres}/plumbline`,
    readyMs,
    memoryMb: () => webMemoryMb(child.pid ?? 0),
    stop: () => stop(child),
  };
}

/** Sets the organisation up with its first admin. */
export async function setUp(origin: string): Promise<void> {
  const body = {
    organisation: { name: "Bench", timeZone: "Europe/Berlin", currency: "EUR" },
    admin: { name: "Bench", email: EMAIL, password: PASSWORD },
  };
  const response = await fetch(`${origin}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`set-up: ${response.status} ${await response.text()}`);
}

/** Signs the admin in. @returns the headers that make requests theirs */
export async function signIn(origin: string): Promise<Record<string, string>> {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair);
    }
  };
  const cookie = () => [...jar.values()].join("; ");
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin, cookie: cookie() },
    body: new URLSearchParams({ csrfToken, email: EMAIL, password: PASSWORD, json: "true" }),
  });
  keep(answer);
  const session = await fetch(`${origin}/api/auth/session`, { headers: { cookie: cookie() } });
  if (!(await session.text()).includes(EMAIL)) throw new Error(`sign-in: ${answer.status}`);
  return { cookie: cookie(), origin };
}
