import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import type { Moment } from "../past/moment";
import type { AgedState } from "../services/current-states";
import { conditions, named } from "../services/filters";
import { servicesAt } from "./services-at";

/**
 * The services that the filters choose at a moment, retired ones too, as the table `"chosen"`: narrow columns only, for
 * everything that counts or ranks. `place` is a service's place by short name; `kind` is the same for services whose
 * gaps weigh alike.
 */
export const chosen = (moment: Moment, choice: PortfolioChoice, aged: readonly AgedState[]): Prisma.Sql =>
  Prisma.sql`"chosen" AS MATERIALIZED (
    SELECT c.*, row_number() OVER (ORDER BY c."slug" COLLATE "C")::int AS "place",
      dense_rank() OVER (ORDER BY c."version", c."tier", c."live", c."counts")::int AS "kind"
    FROM (
      SELECT s."id", s."slug", s."name", s."checklistVersionId" AS "version", s."example", s."teamId",
        m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle", s."lifecycle" <> 'retired' AS "counts",
        s."lifecycle" = 'live' AS "live", t."standing", t."score", t."counting", t."answered", t."gaps", t."blockers",
        t."stale", t."unanswered", t."weight"
      FROM ${servicesAt(moment, aged)} WHERE ${conditions(choice, moment.at)}) c)`;

/**
 * The services that are meant at other times too, as a condition on their id: those that the filters by name, tag and
 * standing choose at the moment, wherever they belonged and belong. Null where nothing narrows it down.
 */
export function meant(
  moment: Moment,
  choice: PortfolioChoice,
  aged: readonly AgedState[],
  id: Prisma.Sql,
): Prisma.Sql | null {
  const some = named(choice);
  if (some.length === 0) return null;
  return Prisma.sql`${id} IN (SELECT s."id" FROM ${servicesAt(moment, aged)} WHERE ${Prisma.join(some, " AND ")})`;
}

/** The filters by what a service was then, over rows `p` that say so: points, or whole days (H4, S8). */
export function placed({ team, tier, lifecycle }: PortfolioChoice): Prisma.Sql {
  const all = [Prisma.sql`p."lifecycle" <> 'retired'`];
  if (team?.length)
    all.push(Prisma.sql`p."teamId" IN (SELECT "id" FROM "Team" WHERE "slug" = ANY(${team}::text[]))`);
  if (tier?.length) all.push(Prisma.sql`p."tier" = ANY(${tier.map(Number)}::int[])`);
  if (lifecycle?.length) all.push(Prisma.sql`p."lifecycle"::text = ANY(${lifecycle}::text[])`);
  return Prisma.join(all, " AND ");
}
