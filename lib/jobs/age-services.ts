import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { lockById } from "../db/service-lock";
import { inTransaction } from "../db/transaction";
import { stopping } from "./stopping";

const AT_A_TIME = 200;

/**
 * Writes down what ageing did to services up to `now`: answers that went stale, waivers that ended, each as a point
 * dated when it happened (H2). Right however many processes run it: a service is locked, and what is written down
 * already is not due any more. A service that cannot be done is logged, counted and tried again next time; it holds
 * up no other.
 * @returns how many services had aged
 */
export async function ageServices(now: Date): Promise<number> {
  let aged = 0;
  const broken: string[] = [];
  for (;;) {
    const due = await db().serviceState.findMany({
      where: { nextChangeAt: { lte: now }, serviceId: { notIn: broken }, service: { deletedAt: null } },
      orderBy: { nextChangeAt: "asc" },
      take: AT_A_TIME,
      select: { serviceId: true },
    });
    for (const { serviceId } of due) {
      if (stopping()) return aged;
      try {
        await inTransaction((tx) => lockById(tx, serviceId, now));
        aged += 1;
      } catch (error) {
        broken.push(serviceId);
        log().error(
          { serviceId, error: error instanceof Error ? error.message : String(error) },
          "a service could not be aged",
        );
      }
    }
    metrics().jobSetAside.set({ task: "age-services" }, broken.length);
    if (due.length < AT_A_TIME) return aged;
  }
}
