import "server-only";
import type { ExportedService } from "../../contracts/exports";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import { COLUMN_TEXT } from "../../domain/import/cells";
import { exportOf } from "./export";
import { servicePages } from "./pages";

const COLUMNS = Prisma.sql`s."slug", s."name", m."slug" AS "team", m."name" AS "teamName", s."tier", s."lifecycle",
  s."tags", s."description", s."links", ARRAY(
    SELECT (SELECT o."slug" FROM "Service" o WHERE o."id" = d."dependsOnId") FROM "ServiceDependency" d
    WHERE d."serviceId" = s."id" ORDER BY 1) AS "dependsOn", s."externalRef", s."version", s."createdAt", t."standing",
  t."score", t."counting", t."answered", t."gaps", t."blockers", t."stale", t."unanswered"`;

async function* read(choice: PortfolioChoice, now: Date): AsyncGenerator<ExportedService[]> {
  type Row = Omit<ExportedService, "createdAt"> & { createdAt: Date };
  for await (const page of servicePages<Row>(choice, COLUMNS, now)) {
    yield page.map(({ id: _, sortValue: __, createdAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
    }));
  }
}

/** The services that the filters leave, with where they stand. */
export const SERVICES = exportOf<ExportedService>(read, {
  slug: (item) => item.slug,
  name: (item) => item.name,
  team: (item) => item.team,
  tier: (item) => item.tier,
  lifecycle: (item) => item.lifecycle,
  tags: (item) => COLUMN_TEXT.list(item.tags),
  description: (item) => item.description,
  links: (item) => COLUMN_TEXT.links(item.links),
  dependsOn: (item) => COLUMN_TEXT.list(item.dependsOn),
  version: (item) => item.version,
  externalRef: (item) => item.externalRef,
  createdAt: (item) => item.createdAt,
  standing: (item) => item.standing,
  score: (item) => item.score,
  counting: (item) => item.counting,
  answered: (item) => item.answered,
  gaps: (item) => item.gaps,
  blockers: (item) => item.blockers,
  stale: (item) => item.stale,
  unanswered: (item) => item.unanswered,
  teamName: (item) => item.teamName,
});
