import "server-only";
import type { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";

const LISTED = {
  services: { select: { serviceId: true } },
  plans: { orderBy: { id: "asc" } },
  roles: true,
  signOffs: {
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { overrulings: { orderBy: [{ at: "asc" }] } },
  },
  dispositions: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  events: { where: { kind: "condition_changed" }, orderBy: { id: "asc" } },
} as const satisfies Prisma.LaunchInclude;

const WHOLE = {
  ...LISTED,
  revisions: { select: { hash: true, shownAt: true } },
  events: {
    where: { kind: { in: ["meeting_started", "carried", "condition_changed"] } },
    orderBy: { id: "asc" },
  },
} as const satisfies Prisma.LaunchInclude;

/** A launch with all that follows its outcome, as its rows have it: what it takes to list it. */
export type LaunchRows = Prisma.LaunchGetPayload<{ include: typeof LISTED; omit: { frozen: true } }>;

/** The same with what it takes to show it: its meetings, what was carried, what was frozen, which revisions were shown. */
export type WholeLaunch = Prisma.LaunchGetPayload<{ include: typeof WHOLE }>;

/** Launches to be listed. @param where which ones, @param paging how many of them, in which order */
export const loadLaunchRows = (
  where: Prisma.LaunchWhereInput,
  paging: Pick<Prisma.LaunchFindManyArgs, "take" | "orderBy"> = {},
): Promise<LaunchRows[]> =>
  reader().launch.findMany({ where, include: LISTED, omit: { frozen: true }, ...paging });

/** A launch to be shown; null where there is none. */
export const loadWholeLaunch = (id: string): Promise<WholeLaunch | null> =>
  reader().launch.findUnique({ where: { id }, include: WHOLE });

/** A day as a column has it, YYYY-MM-DD. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** A day for a column. @param day YYYY-MM-DD */
export const dayColumn = (day: string): Date => new Date(`${day}T00:00:00Z`);
