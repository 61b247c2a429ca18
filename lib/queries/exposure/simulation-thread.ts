import "server-only";
import { Worker } from "node:worker_threads";
import { lifecycle } from "../../config/lifecycle";
import { log } from "../../config/log";
import { once } from "../../config/once";
import { AppError } from "../../domain/errors";
import type { LossGroup, Spread } from "../../domain/simulation";
import type { Answered, Asked } from "./simulation-worker";

/** How long an answer may take; a simulation takes a fraction of a second. */
const LONGEST_MS = 10_000;

interface Waiting {
  resolve: (spread: Spread) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

const state = () => once("simulation", () => ({ thread: null as Thread | null, last: 0, ends: false }));

const away = (message: string) => new AppError("unavailable", { message, retryAfterSeconds: 5 });

/**
 * Simulates a year's loss (R7) in the thread that this process keeps for it, one request after the other. A thread that
 * died, or that does not answer, is replaced by the next request. It never keeps the process from ending.
 * @throws AppError unavailable when the answer takes too long, or the thread dies
 */
export function simulate(groups: readonly LossGroup[]): Promise<Spread> {
  const all = state();
  const thread = all.thread ?? start();
  all.thread = thread;
  all.last += 1;
  const id = all.last;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end(thread, away("The simulation took too long. Nothing is lost; try again."));
    }, LONGEST_MS);
    thread.waiting.set(id, { resolve, reject, timer });
    thread.worker.ref();
    thread.worker.postMessage({ id, groups } satisfies Asked);
  });
}

function start(): Thread {
  // The address stands here as it is because the build looks for it, and puts in the one of what it makes of the file.
  const worker = process.env.NEXT_RUNTIME
    ? new Worker(new URL("./simulation-worker.ts", import.meta.url))
    : unbuilt("simulation-worker.ts");
  const thread: Thread = { worker, waiting: new Map() };
  worker.unref();
  worker.on("message", (answer: Answered) => settle(thread, answer));
  worker.on("error", (error) => {
    log().error({ error: error.message, stack: error.stack }, "the simulation broke");
    end(thread, away("The simulation broke. Nothing is lost; try again."));
  });
  worker.on("exit", () => end(thread, away("The simulation was ended. Nothing is lost; try again.")));
  endWithProcess();
  return thread;
}

/** The thread of a file as it was written: scripts and tests have no build, and Node 20 reads no types. */
function unbuilt(file: string): Worker {
  const address = JSON.stringify(import.meta.url.replace(/[^/]*$/, file));
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${address}); });`;
  return new Worker(code, { eval: true });
}

function settle(thread: Thread, answer: Answered): void {
  const asked = thread.waiting.get(answer.id);
  if (!asked) return;
  clearTimeout(asked.timer);
  thread.waiting.delete(answer.id);
  if (thread.waiting.size === 0) {
    thread.worker.unref();
    if (lifecycle().draining) end(thread, away("Plumbline is stopping."));
  }
  if ("spread" in answer) asked.resolve(answer.spread);
  else asked.reject(new RangeError(answer.error));
}

/** Lets a thread go, with everybody who waits for it. */
function end(thread: Thread, error: Error): void {
  if (state().thread === thread) state().thread = null;
  for (const { reject, timer } of thread.waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  thread.waiting.clear();
  void thread.worker.terminate();
}

/** Asked to stop, the thread answers who waits already, then ends. */
function endWithProcess(): void {
  const all = state();
  if (all.ends) return;
  all.ends = true;
  lifecycle().onDrain.add(() => {
    const { thread } = state();
    if (thread && thread.waiting.size === 0) end(thread, away("Plumbline is stopping."));
  });
}
