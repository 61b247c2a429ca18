import { parentPort } from "node:worker_threads";
import { reasonOf } from "../../domain/errors";
import { type LossGroup, simulatedLosses, spreadOf } from "../../domain/simulation";

/** What a thread is asked, and what it answers: the spread of a simulated year (R7), or why there is none. */
export interface Asked {
  id: number;
  groups: readonly LossGroup[];
}
export type Answered = { id: number; spread: ReturnType<typeof spreadOf> } | { id: number; error: string };

parentPort?.on("message", ({ id, groups }: Asked) => {
  let answer: Answered;
  try {
    answer = { id, spread: spreadOf(simulatedLosses(groups)) };
  } catch (error) {
    answer = { id, error: reasonOf(error) };
  }
  parentPort?.postMessage(answer);
});
