import type { Runner } from "graphile-worker";
import pg from "pg";
import { env } from "../config/env";
import { lifecycle } from "../config/lifecycle";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { once } from "../config/once";
import { reasonOf } from "../domain/errors";
import { stopping } from "./stopping";
import { TASK_NAMES, TASKS, type TaskName } from "./tasks";

/** How long a job may wait where LISTEN hears nothing, as through PgBouncer. */
const POLL_MS = 10_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
/** What work under way is given to end itself once the process stops. */
const GRACE_MS = 5_000;
const NOT_ALLOWED = "42501";

/** The jobs of one process. */
export interface Jobs {
  /** Takes no further job, and waits for what is under way. Never throws. */
  stop(): Promise<void>;
}

/** Starts the jobs of this process, once; they end when it drains. */
export const startJobs = (): Jobs =>
  once("jobs", () => {
    const jobs = runJobs();
    lifecycle().onDrain.add(() => void jobs.stop());
    return jobs;
  });

/**
 * Runs jobs from the queue in Postgres until it is stopped. When the queue is away it comes back to it, after 2 seconds
 * and then ever later, up to a minute. Where there cannot be a queue the work is done all the same, a minute apart: it is
 * right without one.
 */
export function runJobs(url = env().DATABASE_DIRECT_URL ?? env().DATABASE_URL): Jobs {
  let stopped = false;
  let runner: Runner | null = null;
  let wake = () => {};
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms).unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    let delay = FIRST_WAIT_MS;
    while (!stopped) {
      const pool = openPool(url);
      try {
        runner = await startRunner(pool);
        if (stopped) await runner.stop();
        delay = FIRST_WAIT_MS;
        await runner.promise;
      } catch (error) {
        if (!stopped) await withoutQueue(error);
      } finally {
        runner = null;
        await pool.end().catch(() => undefined);
      }
      if (stopped) return;
      await wait(delay);
      delay = Math.min(2 * delay, LONGEST_WAIT_MS);
    }
  };
  const ended = work();
  return {
    async stop() {
      stopped = true;
      wake();
      await runner?.stop().catch(() => undefined);
      await ended;
    },
  };
}

/** A small pool apart from the one that people wait for: one connection listens, the others fetch and schedule. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 3,
    connectionTimeoutMillis: 3_000,
    query_timeout: 30_000,
    keepAlive: true,
    application_name: "plumbline-jobs",
  });
  pool.on("error", () => undefined);
  return pool;
}

async function startRunner(pgPool: pg.Pool): Promise<Runner> {
  const { Logger, parseCronItems, run } = await import("graphile-worker");
  const logger = new Logger(() => (level, message) => {
    if (level === "error" || level === "warning") log().warn({ queue: message.split("\n")[0] }, "jobs");
  });
  // One waiting job of each kind, whoever asks for it; the next minute asks again for one that failed.
  const spec = (task: string) => ({ jobKey: task, jobKeyMode: "replace" as const, maxAttempts: 1 });
  const runner = await run(
    {
      pgPool,
      logger,
      concurrency: 2,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: GRACE_MS,
    },
    Object.fromEntries(TASK_NAMES.map((task) => [task, () => perform(task)])),
    parseCronItems(
      TASK_NAMES.map((task) => ({
        task,
        match: "* * * * *",
        identifier: task,
        options: { ...spec(task), backfillPeriod: 0 },
      })),
    ),
  );
  // Something may have come due while no process ran.
  for (const task of TASK_NAMES) await runner.addJob(task, {}, spec(task));
  return runner;
}

/** Says why there is no queue at the moment; does the work when that is not the database's absence. */
async function withoutQueue(error: unknown): Promise<void> {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code !== NOT_ALLOWED) {
    log().warn({ error: String(message) }, "the queue of jobs is away; it is tried again");
    return;
  }
  log().warn(
    { error: String(message) },
    "jobs run without their queue: let the database's user make it, once, by GRANT CREATE ON DATABASE … TO …",
  );
  for (const task of TASK_NAMES) if (!stopping()) await perform(task).catch(() => undefined);
}

/**
 * Does one piece of scheduled work, times it and counts it.
 * @throws what the work threw, after it was counted and logged
 */
async function perform(task: TaskName): Promise<void> {
  const { jobs, jobDurations, jobLastSuccess } = metrics();
  const started = performance.now();
  try {
    await TASKS[task](new Date());
    jobs.inc({ task, result: "done" });
    jobLastSuccess.set({ task }, Date.now() / 1000);
  } catch (error) {
    jobs.inc({ task, result: "failed" });
    log().warn({ task, error: reasonOf(error) }, "a job failed");
    throw error;
  } finally {
    jobDurations.observe({ task }, (performance.now() - started) / 1000);
  }
}
