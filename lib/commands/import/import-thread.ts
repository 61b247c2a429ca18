import "server-only";
import { Worker } from "node:worker_threads";
import { log } from "../../config/log";
import { once } from "../../config/once";
import { Semaphore } from "../../config/semaphore";
import { unbuiltWorker } from "../../config/unbuilt-worker";
import { leavePlace } from "../../db/bulkhead";
import { hasTurn } from "../../db/import-turn";
import { AppError } from "../../domain/errors";
import { SPLIT } from "../../domain/import-rows";
import type { TaskReply, TaskRequest } from "./import-worker";
import { TASKS, type Tasks } from "./tasks";

/** Files of so many characters are done within milliseconds: no thread is worth its start. */
const SMALL = 20_000;
/** How long one task may take in a thread: a file of 1 MB takes a few seconds, ten on a slow machine. */
const LONGEST_MS = 30_000;
const LIMITS = { maxOldGenerationSizeMb: 768 };
const THREADS = 2;
const WAIT_MS = 5_000;

/** Does what an import needs, here or in a thread. */
export type Perform = <T extends keyof Tasks>(
  task: T,
  ...args: Parameters<Tasks[T]>
) => Promise<ReturnType<Tasks[T]>>;

const here: Perform = async (task, ...args) =>
  (TASKS[task] as (...all: unknown[]) => unknown)(...args) as ReturnType<Tasks[typeof task]>;

/** The places of threads that read files. */
export const importThreads = (): Semaphore => once("import-threads", () => new Semaphore(THREADS));

/**
 * Does the tasks of an import of this file: each in a thread of its own, which would keep this process from answering
 * others; a small file needs none. The thread ends with the task, or when that takes too long, and nothing but the task
 * has its place.
 * @returns what throws AppError invalid_input for a file that takes too long or too much memory; unavailable when others'
 *   files are being read
 */
export function performFor(file: string, field: "csv" | "yaml", longestMs = LONGEST_MS): Perform {
  if (file.length <= SMALL) return here;
  const perform = (task: keyof Tasks, ...args: unknown[]) => inThread(field, { task, args }, longestMs);
  return perform as Perform;
}

async function inThread(field: "csv" | "yaml", request: TaskRequest, longestMs: number): Promise<unknown> {
  // Neither who waits for a thread nor who waits for its answer reads from the database meanwhile.
  leavePlace();
  // There is one at a time, and it holds a connection and locks: it waits for nobody's preview.
  const leave = hasTurn() ? () => {} : await importThreads().take(WAIT_MS);
  if (!leave) {
    const message =
      "Other files are being read at the moment. Nothing was changed; try again in a few seconds.";
    throw new AppError("unavailable", { message, retryAfterSeconds: 5 });
  }
  try {
    // The address stands here as it is because the build looks for it, and puts in the one of what it makes of the file.
    const worker = process.env.NEXT_RUNTIME
      ? new Worker(new URL("./import-worker.ts", import.meta.url), { resourceLimits: LIMITS })
      : unbuiltWorker("import-worker.ts", import.meta.url, { resourceLimits: LIMITS });
    // Whatever it dies of when nobody listens any more.
    worker.on("error", (error) => log().warn({ error: error.message }, "the thread of an import broke"));
    try {
      return await ask(worker, field, request, longestMs);
    } finally {
      await worker.terminate();
    }
  } finally {
    leave();
  }
}

function ask(
  worker: Worker,
  field: "csv" | "yaml",
  request: TaskRequest,
  longestMs: number,
): Promise<unknown> {
  const tooMuch = (why: string) => {
    const message = `Reading it ${why}, so it was given up; nothing was changed. ${SPLIT}`;
    return new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
  };
  let after = () => {};
  return new Promise((resolve, reject) => {
    const answered = (answer: TaskReply) => {
      if ("result" in answer) resolve(answer.result);
      else if ("refused" in answer) reject(new AppError(answer.refused.code, answer.refused.details));
      else reject(new Error(answer.broke));
    };
    const broke = (error: NodeJS.ErrnoException) =>
      reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch("took too much memory") : error);
    const ended = () => reject(new Error("the thread of an import ended before it answered"));
    const late = () => reject(tooMuch(`took longer than ${longestMs / 1000} seconds`));
    const timer = setTimeout(late, longestMs);
    worker.once("message", answered).once("error", broke).once("exit", ended);
    worker.postMessage(request);
    after = () => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", broke).off("exit", ended);
    };
  }).finally(() => after());
}
