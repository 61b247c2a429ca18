import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { freePort, startNode, stop, untilOk } from "./processes";

/** The least that Next does on this machine: a constant, an empty dynamic page, bytes made by nobody. */
export interface Floor {
  origin: string;
  stop(): Promise<void>;
}

/** Builds the smallest of Next apps, in scripts/bench/floor-app, and starts it. */
export async function startFloor(root: string): Promise<Floor> {
  const cwd = join(root, "scripts", "bench", "floor-app");
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [next, "build"], {
    cwd,
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: "pipe",
  });
  const port = await freePort();
  const child = startNode([next, "start", "--port", String(port)], { cwd, env });
  const origin = `http://localhost:${port}`;
  await untilOk(`${origin}/constant`, child);
  return { origin, stop: () => stop(child) };
}
