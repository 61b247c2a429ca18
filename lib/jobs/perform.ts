import { log, reasonOf } from "../config/log";
import { metrics } from "../config/metrics";
import { TASKS, type TaskName } from "./tasks";

/**
 * Does one piece of scheduled work, times it and counts it.
 * @throws what the work threw, after it was counted and logged
 */
export async function perform(task: TaskName): Promise<void> {
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
