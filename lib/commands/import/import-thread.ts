import "server-only";
import { Worker } from "node:worker_threads";
import { log } from "../../config/log";
import { once } from "../../config/once";
import { Places } from "../../config/places";
import { unbuiltWorker } from "../../config/unbuilt-worker";
import { AppError } from "../../domain/errors";
import { SPLIT } from "../../domain/import/rows";
import type { Answered, Asked } from "./import-worker";
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

const places = () => once("import-threads", () => new Places(THREADS));

/**
 * Does the work of an import with a thread of its own for what would keep this process from answering others; a small
 * file needs none. The thread ends with the work, or when one task takes too long.
 * @throws AppError invalid_input for a file that takes too long or too much memory; unavailable when others' files
 *   are being read
 */
export async function withThread<R>(
  file: string,
  field: "csv" | "yaml",
  work: (perform: Perform) => Promise<R>,
  longestMs = LONGEST_MS,
): Promise<R> {
  if (file.length <= SMALL) return work(here);
  const leave = await places().take(WAIT_MS);
  if (!leave) {
    const message =
      "Other files are being read at the moment. Nothing was changed; try again in a few seconds.";
    throw new AppError("unavailable", { message, retryAfterSeconds: 5 });
  }
  // The address stands here as it is because the build looks for it, and puts in the one of what it makes of the file.
  const worker = process.env.NEXT_RUNTIME
    ? new Worker(new URL("./import-worker.ts", import.meta.url), { resourceLimits: LIMITS })
    : unbuiltWorker("import-worker.ts", import.meta.url, { resourceLimits: LIMITS });
  // Whatever it dies of between two tasks, the next one hears of it.
  worker.on("error", (error) => log().warn({ error: error.message }, "the thread of an import broke"));
  const perform = (task: keyof Tasks, ...args: unknown[]) => ask(worker, field, { task, args }, longestMs);
  try {
    return await work(perform as Perform);
  } finally {
    await worker.terminate();
    leave();
  }
}

function ask(worker: Worker, field: "csv" | "yaml", asked: Asked, longestMs: number): Promise<unknown> {
  const tooMuch = (why: string) => {
    const message = `Reading it ${why}, so it was given up; nothing was changed. ${SPLIT}`;
    return new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
  };
  let after = () => {};
  return new Promise((resolve, reject) => {
    const answered = (answer: Answered) => {
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
    worker.postMessage(asked);
    after = () => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", broke).off("exit", ended);
    };
  }).finally(() => after());
}
