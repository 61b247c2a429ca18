import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { db } from "../db/client";
import { isNotWritable, isUnreachable } from "../db/errors";
import { lockServices } from "../db/service-lock";
import { inTransaction } from "../db/transaction";
import { reasonOf } from "../domain/errors";
import { stopping } from "./stopping";

/** How many share a transaction: short enough that nobody who saves an answer meanwhile waits long for its locks. */
const AT_A_TIME = 100;

/**
 * Writes down what ageing did to services up to `now`: answers that went stale, waivers that ended, each as a point
 * dated when it happened (H2), a batch of services at a time: what came with one import goes stale in one millisecond.
 * Right however many processes run it: a service is locked, and what is written down already is not due any more. Of a
 * batch that cannot be done each is tried alone; one that cannot be done is logged, counted and tried again next time.
 * @returns how many services had aged
 * @throws what the database said, when it is away or takes no writes
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
    const ids = due.map((each) => each.serviceId);
    if (stopping()) return aged;
    if (await age(ids, now, broken)) aged += ids.length;
    else {
      for (const id of ids) {
        if (stopping()) return aged;
        if (await age([id], now, broken)) aged += 1;
      }
    }
    metrics().jobSetAside.set({ task: "age-services" }, broken.length);
    if (due.length < AT_A_TIME) return aged;
  }
}

/** @returns false when it could not be done; what cannot be done alone is noted in `broken` */
async function age(ids: readonly string[], now: Date, broken: string[]): Promise<boolean> {
  try {
    await inTransaction((tx) => lockServices(tx, ids, now));
    return true;
  } catch (error) {
    const [serviceId, another] = ids;
    if (serviceId !== undefined && another === undefined) {
      // No fault of this service, and the next one would fare alike. A batch may just have been too much at once.
      if (isUnreachable(error) || isNotWritable(error)) throw error;
      broken.push(serviceId);
      const text = reasonOf(error);
      log().error({ serviceId, error: text }, "a service could not be aged");
    }
    return false;
  }
}
