import "server-only";
import type { ExportedService } from "../../contracts/exports";
import { Prisma } from "../../db/generated/client";
import { COLUMN_TEXT } from "../../domain/cells";
import { exposureOf } from "../../domain/expected-loss";
import { carriedIncidents, type IncidentsByCost } from "../../domain/exposure";
import { columnsOf, type ExportAsked, exportOf } from "./export";
import { modelInForce } from "./model-in-force";
import { servicePages } from "./pages";

/** Facts of then say what was depended on and count themselves; what a catalogue calls a service is known of today only. */
const kept = ({ at, past }: ExportAsked["moment"]): Prisma.Sql =>
  past
    ? Prisma.sql`ARRAY(SELECT o."slug" FROM "Service" o WHERE o."id" = ANY(s."dependsOn") ORDER BY 1) AS "dependsOn",
  (SELECT o."externalRef" FROM "Service" o WHERE o."id" = s."id") AS "externalRef", (SELECT count(*)::int
    FROM "ServiceFacts" f WHERE f."serviceId" = s."id" AND f."at" <= ${at}::timestamptz) AS "version"`
    : Prisma.sql`ARRAY(
    SELECT (SELECT o."slug" FROM "Service" o WHERE o."id" = d."dependsOnId") FROM "ServiceDependency" d
    WHERE d."serviceId" = s."id" ORDER BY 1) AS "dependsOn", s."externalRef", s."version"`;

const columnsAt = (moment: ExportAsked["moment"]) => Prisma.sql`s."slug", s."name", m."slug" AS "team",
  m."name" AS "teamName", s."tier", s."lifecycle", s."tags", s."description", s."links", ${kept(moment)}, s."createdAt",
  t."standing", t."score", t."counting", t."answered", t."gaps", t."blockers", t."stale", t."unanswered", t."incidents"`;

async function* read(asked: ExportAsked): AsyncGenerator<ExportedService[]> {
  type Row = Omit<ExportedService, "createdAt"> & { createdAt: Date; incidents: IncidentsByCost };
  const model = await modelInForce(asked.moment.at);
  for await (const page of servicePages<Row>(asked, columnsAt(asked.moment))) {
    yield page.map(({ id: _, createdAt, incidents, ...row }) => {
      const carried = carriedIncidents(incidents, row.lifecycle, false);
      const exposure = exposureOf([{ tier: row.tier, incidents: carried }], model);
      return {
        ...row,
        createdAt: createdAt.toISOString(),
        incidentsPerYear: exposure.incidents,
        expectedLoss: exposure.expectedLoss,
        currency: model.currency,
      };
    });
  }
}

/** The services that the filters leave, with where they stand, or stood, and what that is expected to cost. */
export const SERVICES = exportOf<ExportedService>(
  {
    title: "Services",
    columns: columnsOf({
      ...{
        slug: 22,
        name: 26,
        team: 18,
        tier: "number",
        lifecycle: 11,
        tags: 24,
        description: 40,
        links: "link",
      },
      ...{
        dependsOn: 24,
        version: "number",
        externalRef: 24,
        createdAt: "instant",
        standing: 26,
        score: "number",
      },
      ...{ counting: "number", answered: "number", gaps: "number", blockers: "number", stale: "number" },
      ...{
        unanswered: "number",
        incidentsPerYear: "number",
        expectedLoss: "money",
        currency: 9,
        teamName: 22,
      },
    }),
  },
  read,
  [
    (item) => item.slug,
    (item) => item.name,
    (item) => item.team,
    (item) => item.tier,
    (item) => item.lifecycle,
    (item) => COLUMN_TEXT.list(item.tags),
    (item) => item.description,
    (item) => COLUMN_TEXT.links(item.links),
    (item) => COLUMN_TEXT.list(item.dependsOn),
    (item) => item.version,
    (item) => item.externalRef,
    (item) => item.createdAt,
    (item) => item.standing,
    (item) => item.score,
    (item) => item.counting,
    (item) => item.answered,
    (item) => item.gaps,
    (item) => item.blockers,
    (item) => item.stale,
    (item) => item.unanswered,
    (item) => item.incidentsPerYear,
    (item) => item.expectedLoss,
    (item) => item.currency,
    (item) => item.teamName,
  ],
);
