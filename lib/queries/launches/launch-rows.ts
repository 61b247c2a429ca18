import "server-only";
import type { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";

const INCLUDE = {
  services: { select: { serviceId: true } },
  plans: { orderBy: { id: "asc" } },
  roles: true,
  revisions: { select: { hash: true, shownAt: true } },
  signOffs: {
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { overrulings: { orderBy: [{ at: "asc" }] } },
  },
  dispositions: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  events: {
    where: { kind: { in: ["meeting_started", "carried", "condition_changed"] } },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.LaunchInclude;

/** A launch with all that its state follows from, as its rows have it. */
export type LaunchRows = Prisma.LaunchGetPayload<{ include: typeof INCLUDE }>;

/** Launches whole. @param where which ones, @param paging how many of them, in which order */
export const loadLaunchRows = (
  where: Prisma.LaunchWhereInput,
  paging: Pick<Prisma.LaunchFindManyArgs, "take" | "orderBy"> = {},
): Promise<LaunchRows[]> => reader().launch.findMany({ where, include: INCLUDE, ...paging });

/** A day as a column has it, YYYY-MM-DD. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** A day for a column. @param day YYYY-MM-DD */
export const dayColumn = (day: string): Date => new Date(`${day}T00:00:00Z`);
