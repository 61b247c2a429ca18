import { TIERS } from "../domain/vocabulary";
import { SEVERITY } from "../domain/worth";
import { Prisma } from "./generated/client";

/** As lib/domain/price.ts has it. */
const Z95 = 1.6448536269514722;

const inForce = (at: Date) => Prisma.sql`(
  SELECT * FROM "CostModel" WHERE "at" <= ${at}::timestamptz ORDER BY "number" DESC LIMIT 1)`;

/**
 * The prices in force at an instant as a table of `cost` and `mean`, the mean cost of one incident at tier 1 (R3); what has
 * no price is left out. Use as `LEFT JOIN ${pricesInForce(at)} v ON v."cost" = …`: it is made once.
 */
export const pricesInForce = (at: Date): Prisma.Sql => Prisma.sql`(
  SELECT x."key"::"Cost" AS "cost", exp((ln(x."low") + ln(x."high")) / 2
    + power((ln(x."high") - ln(x."low")) / ${2 * Z95}::float8, 2) / 2) AS "mean"
  FROM (
    SELECT p."key", (p."value"->>'low')::float8 AS "low", (p."value"->>'high')::float8 AS "high"
    FROM ${inForce(at)} m CROSS JOIN jsonb_each(m."prices") p WHERE jsonb_typeof(p."value") = 'object' OFFSET 0) x)`;

/** The severity in force at an instant (R4) of the tier of a service `s`. */
export function severityInForce(at: Date): Prisma.Sql {
  const usual = Prisma.raw(
    `CASE s."tier" ${TIERS.map((tier) => `WHEN ${tier} THEN ${SEVERITY[tier]}`).join(" ")} END`,
  );
  return Prisma.sql`coalesce(((SELECT m."severity" FROM ${inForce(at)} m)->>(s."tier"::text))::float8, ${usual})`;
}

/** How many of the eight costs have a price at an instant (R3). */
export const pricedInForce = (at: Date): Prisma.Sql =>
  Prisma.sql`(SELECT count(*)::int FROM ${pricesInForce(at)} n)`;

/** The currency in force at an instant; null before anybody set assumptions. */
export const currencyInForce = (at: Date): Prisma.Sql =>
  Prisma.sql`(SELECT m."currency" FROM ${inForce(at)} m)`;
