import { db } from "../db/client";
import { lockService } from "../db/service-lock";
import { inTransaction } from "../db/transaction";

const AT_A_TIME = 200;

/**
 * Writes down what ageing did to services up to `now`: answers that went stale, waivers that ended, each as a point
 * dated when it happened (H2). Right however many processes run it: a service is locked, and what is written down
 * already is not due any more.
 * @returns how many services had aged
 */
export async function ageServices(now: Date): Promise<number> {
  let aged = 0;
  for (;;) {
    const due = await db().serviceState.findMany({
      where: { nextChangeAt: { lte: now }, service: { deletedAt: null } },
      orderBy: { nextChangeAt: "asc" },
      take: AT_A_TIME,
      select: { serviceId: true },
    });
    for (const { serviceId } of due) await inTransaction((tx) => lockService(tx, serviceId, now));
    aged += due.length;
    if (due.length < AT_A_TIME) return aged;
  }
}
