import "server-only";
import { Worker } from "node:worker_threads";
import { lifecycle } from "../../config/lifecycle";
import { log } from "../../config/log";
import { once } from "../../config/once";
import { unbuiltWorker } from "../../config/unbuilt-worker";
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
  /** How many it answered. */
  answered: number;
}

const state = () => once("simulation", () => ({ thread: null as Thread | null, last: 0, ends: false }));

const away = (message: string) => new AppError("unavailable", { message, retryAfterSeconds: 5 });

/**
 * Simulates a year's loss (R7) in the thread that this process keeps for it, one request after the other. A thread that
 * died, or that answers nobody, is replaced by the next request; who only stood too long in the queue is told so alone. It
 * never keeps the process from ending.
 * @throws AppError unavailable when the answer takes too long, or the thread dies
 */
export function simulate(groups: readonly LossGroup[]): Promise<Spread> {
  const all = state();
  const thread = all.thread ?? start();
  all.thread = thread;
  all.last += 1;
  const id = all.last;
  return new Promise((resolve, reject) => {
    const { answered } = thread;
    const timer = setTimeout(() => {
      const late = away("The simulation took too long. Nothing is lost; try again.");
      if (thread.answered === answered) return end(thread, late);
      thread.waiting.delete(id);
      rest(thread);
      reject(late);
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
    : unbuiltWorker("simulation-worker.ts", import.meta.url);
  const thread: Thread = { worker, waiting: new Map(), answered: 0 };
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

function settle(thread: Thread, answer: Answered): void {
  thread.answered += 1;
  const asked = thread.waiting.get(answer.id);
  if (!asked) return;
  clearTimeout(asked.timer);
  thread.waiting.delete(answer.id);
  rest(thread);
  if ("spread" in answer) asked.resolve(answer.spread);
  else asked.reject(new RangeError(answer.error));
}

/** When nobody waits any more, the thread does not keep the process; when that is asked to stop, it ends. */
function rest(thread: Thread): void {
  if (thread.waiting.size > 0) return;
  thread.worker.unref();
  if (lifecycle().draining) end(thread, away("Plumbline is stopping."));
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
