import "server-only";
import { Prisma } from "../../db/generated/client";
import type { Lifecycle, Standing, Tier, Verdict } from "../../domain/vocabulary";
import type { Moment } from "../past/moment";

/** How many gaps are named for each cost, and as best ones to work on. */
export const LARGEST = 3;
export const BEST = 5;

/**
 * The gaps of the chosen services in one pass, as the table `"open"`: one row for gaps that weigh alike (same question
 * and verdict, services of one kind), with the places of their services.
 * @param gaps the table of gaps
 * @param moment an own estimate counts that was made by then; now, not one made for an earlier gap of the question
 */
export const openGaps = (
  gaps: Prisma.Sql,
  { at, past }: Pick<Moment, "at" | "past">,
): Prisma.Sql => Prisma.sql`
  "open" AS MATERIALIZED (
    SELECT c."kind", g."questionKey", g."verdict", g."stale", g."accepted", p."effortDays",
      array_agg(c."place") AS "places"
    FROM ${gaps} g JOIN "chosen" c ON c."id" = g."serviceId" AND c."counts"
      LEFT JOIN "GapPlan" p ON p."serviceId" = g."serviceId" AND p."questionKey" = g."questionKey"
        AND p."effortDays" IS NOT NULL AND ${past ? Prisma.sql`p."changedAt" <= ${at}::timestamptz` : Prisma.sql`p."changedAt" >= g."openedAt"`}
    GROUP BY 1, 2, 3, 4, 5, 6
  )`;

/** Gaps that weigh alike: question, verdict (null: unanswered), stale, accepted, own estimate of days, places from 1. */
export type OpenRow = [string, Verdict | null, boolean, boolean, number | null, number[]];

/** `"open"` as one JSON value: OpenRow[]. */
export const OPEN = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(
  o."questionKey", o."verdict", o."stale", o."accepted", o."effortDays", o."places")), '[]') FROM "open" o)`;

/** A chosen service, as far as its gaps make it matter. */
export interface ChosenService {
  slug: string;
  name: string;
  teamId: string;
  team: string;
  teamName: string;
  /** Of the checklist. */
  version: string;
  tier: Tier;
  lifecycle: Lifecycle;
  standing: Standing;
  score: number | null;
  counting: number;
  answered: number;
  /** Of the questions that count (S3); null where no row says it. */
  weight: number | null;
}

type ServiceRow = [
  string,
  string,
  string,
  string,
  string,
  string,
  Tier,
  Lifecycle,
  Standing,
  number | null,
  number,
  number,
  number | null,
];

/** `"chosen"` in the order of its places, retired ones too, as one JSON value: see servicesOf. */
export const SERVICES = Prisma.sql`(SELECT coalesce(json_agg(json_build_array(c."slug", c."name", c."teamId", c."team", c."teamName",
  c."version", c."tier", c."lifecycle", c."standing", c."score", c."counting", c."answered", c."weight")
  ORDER BY c."place"), '[]') FROM "chosen" c)`;

/** What SERVICES gives. */
export type ServiceRows = readonly ServiceRow[];

/** The chosen services by place: the first has place 1. */
export const servicesOf = (rows: ServiceRows): ChosenService[] =>
  rows.map(([slug, name, teamId, team, teamName, version, tier, lifecycle, standing, score, ...counts]) => ({
    ...{ slug, name, teamId, team, teamName, version, tier, lifecycle, standing, score },
    ...{ counting: counts[0], answered: counts[1], weight: counts[2] },
  }));
