import "server-only";
import type { Launch, Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";

const LISTED = {
  services: { select: { serviceId: true } },
  plans: { orderBy: { id: "asc" }, omit: { id: true } },
  roles: true,
  signOffs: {
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { overrulings: { orderBy: [{ at: "asc" }] } },
  },
  dispositions: { orderBy: [{ at: "asc" }, { id: "asc" }] },
  events: { where: { kind: "condition_changed" }, orderBy: { id: "asc" }, omit: { id: true } },
} as const satisfies Prisma.LaunchInclude;

/** A launch with all that follows its outcome, as its rows have it: what it takes to list it. */
export type LaunchRows = Prisma.LaunchGetPayload<{ include: typeof LISTED; omit: { frozen: true } }>;

/** The same with what it takes to show it: its meetings and what was carried among its events, and what was frozen. */
export type WholeLaunch = LaunchRows & Pick<Launch, "frozen">;

/** Launches to be listed. @param where which ones, @param paging how many of them, in which order */
export const loadLaunchRows = (
  where: Prisma.LaunchWhereInput,
  paging: Pick<Prisma.LaunchFindManyArgs, "take" | "orderBy"> = {},
): Promise<LaunchRows[]> =>
  reader().launch.findMany({ where, include: LISTED, omit: { frozen: true }, ...paging });

type Relations = Omit<LaunchRows, keyof Launch>;
type Json = Record<string, string | number | null>;

/** Rows as JSON has them, with some columns as the client has them. */
const revived = <Row>(rows: readonly Json[], instants: readonly (keyof Row & string)[]): Row[] =>
  rows.map((row) => {
    const entries = instants.map((column) => [column, row[column] && new Date(row[column])]);
    return { ...row, ...Object.fromEntries(entries) } as Row;
  });

/** A launch to be shown, in two statements; null where there is none. */
export async function loadWholeLaunch(id: string): Promise<WholeLaunch | null> {
  const launch = await reader().launch.findUnique({ where: { id } });
  if (!launch) return null;
  const [rows] = await reader().$queryRaw<[Record<keyof Relations, Json[]>]>`
    SELECT (SELECT coalesce(json_agg(x), '[]') FROM (SELECT "serviceId" FROM "LaunchService" WHERE "launchId" = ${id}::uuid) x) AS "services",
      (SELECT coalesce(json_agg(x ORDER BY x."id"), '[]') FROM "LaunchPlan" x WHERE x."launchId" = ${id}::uuid) AS "plans",
      (SELECT coalesce(json_agg(x), '[]') FROM "LaunchRole" x WHERE x."launchId" = ${id}::uuid) AS "roles",
      (SELECT coalesce(json_agg(x ORDER BY x."at", x."id"), '[]') FROM (
        SELECT s.*, (SELECT coalesce(json_agg(o ORDER BY o."at"), '[]') FROM "Overruling" o WHERE o."signOffId" = s."id") AS "overrulings"
        FROM "SignOff" s WHERE s."launchId" = ${id}::uuid) x) AS "signOffs",
      (SELECT coalesce(json_agg(x ORDER BY x."at", x."id"), '[]') FROM "Disposition" x WHERE x."launchId" = ${id}::uuid) AS "dispositions",
      (SELECT coalesce(json_agg(x ORDER BY x."id"), '[]') FROM "LaunchEvent" x WHERE x."launchId" = ${id}::uuid
        AND x."kind" IN ('meeting_started', 'carried', 'condition_changed')) AS "events"`;
  type Row<Name extends keyof Relations> = Relations[Name][number];
  return {
    ...launch,
    services: rows.services as Relations["services"],
    plans: revived<Row<"plans">>(rows.plans, ["at", "targetDate"]),
    roles: revived<Row<"roles">>(rows.roles, ["takenOffAt"]),
    signOffs: revived<Row<"signOffs">>(rows.signOffs, ["at", "seenAt", "supersededAt", "lookAgainOn"]).map(
      (signOff) => ({
        ...signOff,
        overrulings: revived<Row<"signOffs">["overrulings"][number]>(
          signOff.overrulings as unknown as Json[],
          ["at", "seenAt"],
        ),
      }),
    ),
    dispositions: revived<Row<"dispositions">>(rows.dispositions, ["at", "dueOn", "supersededAt"]),
    events: revived<Row<"events">>(rows.events, ["at"]),
  };
}

/** A day as a column has it, YYYY-MM-DD. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** A day for a column. @param day YYYY-MM-DD */
export const dayColumn = (day: string): Date => new Date(`${day}T00:00:00Z`);
