import "server-only";
import type { Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";

/**
 * Refuses to delete or retire a locked service that is on an open launch (L1): it is taken off first.
 * @param verb what is not done, as "deleted"
 * @throws AppError refused, naming the launches
 */
export async function refuseOnOpenLaunch(
  tx: Tx,
  service: { id: string; name: string },
  verb: string,
): Promise<void> {
  const launches = await tx.launch.findMany({
    where: { state: "open", services: { some: { serviceId: service.id } } },
    select: { title: true },
    orderBy: { targetDate: "asc" },
  });
  if (launches.length === 0) return;
  const titles = launches.map(({ title }) => `“${title}”`).join(", ");
  const which = launches.length === 1 ? "an open launch" : "open launches";
  throw new AppError("refused", {
    message: `${service.name} is on ${which}, ${titles}: take it off there before it is ${verb}. Nothing was changed.`,
  });
}
