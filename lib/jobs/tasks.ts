import { ageServices } from "./age-services";
import { backUp } from "./back-up";
import { fillDays } from "./fill-days";
import { noteOutcomes } from "./note-outcomes";
import { purge } from "./purge";
import { rebuildServices } from "./rebuild-services";

/**
 * What is done every minute, by name, in the order of a start that has something to catch up with. Each is right however
 * often it runs, however late, and in however many processes.
 */
export const TASKS = {
  "rebuild-services": rebuildServices,
  "age-services": ageServices,
  "note-outcomes": noteOutcomes,
  "fill-days": fillDays,
  purge,
  "back-up": backUp,
} as const satisfies Record<string, (now: Date) => Promise<unknown>>;

export type TaskName = keyof typeof TASKS;
export const TASK_NAMES = Object.keys(TASKS) as TaskName[];
