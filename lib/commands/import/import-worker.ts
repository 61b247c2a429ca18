import { parentPort } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "../../domain/errors";
import { TASKS, type Tasks } from "./tasks";

/** What a thread is request to do, and what it answers: the result, a refusal, or what broke. */
export interface TaskRequest {
  task: keyof Tasks;
  args: unknown[];
}
export type TaskReply =
  | { result: unknown }
  | { refused: { code: ErrorCode; details: ErrorDetails } }
  | { broke: string };

parentPort?.on("message", ({ task, args }: TaskRequest) => {
  let answer: TaskReply;
  try {
    answer = { result: (TASKS[task] as (...all: unknown[]) => unknown)(...args) };
  } catch (error) {
    answer =
      error instanceof AppError
        ? { refused: { code: error.code, details: error.details } }
        : { broke: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
