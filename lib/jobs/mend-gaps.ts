import { log } from "../config/log";
import { db } from "../db/client";
import { mendGaps as mend, mendWeight, servicesToMend } from "../db/mend-gaps";
import { lockById } from "../db/service-lock";
import { inTransaction } from "../db/transaction";
import { reasonOf } from "../domain/errors";
import { stopping } from "./stopping";

const AT_A_TIME = 200;

/**
 * Writes the gaps of services anew whose current row was written by a release that did not know of them, and what their
 * questions weigh. Right however
 * many processes run it, and beside that older release. A service that does not come right is logged, and left for the
 * next time.
 * @returns how many services were mended
 */
export async function mendGaps(now: Date): Promise<number> {
  const seen: string[] = [];
  let mended = 0;
  for (;;) {
    const due = await servicesToMend(db(), seen, AT_A_TIME);
    for (const { id, gaps } of due) {
      if (stopping()) return mended;
      seen.push(id);
      try {
        await inTransaction(async (tx) => {
          const service = await lockById(tx, id, now);
          if (gaps) await mend(tx, service);
          await mendWeight(tx, service);
        });
        mended += 1;
      } catch (error) {
        log().error({ serviceId: id, error: reasonOf(error) }, "the gaps of a service could not be mended");
      }
    }
    if (due.length < AT_A_TIME) return mended;
  }
}
