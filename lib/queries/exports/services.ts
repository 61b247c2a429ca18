import "server-only";
import { type ExportedService, exportedService } from "../../contracts/exports";
import { textColumns } from "../../db/service-texts";
import { reader } from "../../db/transaction";
import { COLUMN_TEXT } from "../../domain/cells";
import { carriedWhen } from "../../domain/exposure";
import { amountOf } from "../../domain/exposure-changes";
import { eachText, type ServiceTextName, textsOf } from "../../domain/service-texts";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { type ExportAsked, exportOf, plainMembers, wants } from "./export";
import { inPages, servicesAsked } from "./pages";

/** What is read of a service; what a catalogue calls it is known of today only. */
type Read = Pick<ExportedService, ServiceTextName | "links" | "externalRef" | "version">;
const NOTHING: Read = { ...textsOf({}), links: [], externalRef: null, version: 0 };

async function* read(asked: ExportAsked): AsyncGenerator<ExportedService[]> {
  const { snapshot } = asked;
  const readAll = wants(asked, ...Object.keys(NOTHING)) ? readOf : null;
  for await (const { page, read } of inPages(servicesAsked(asked), readAll)) {
    yield page.map((service) => present(service, read?.get(service.facts.id) ?? NOTHING, snapshot));
  }
}

/** By line of facts: texts are those of then. */
async function readOf(page: readonly ServiceThen[]): Promise<Map<number, Read>> {
  const rows = await reader().$queryRaw<(Read & { id: bigint })[]>`
    SELECT f."id", ${textColumns("f")}, f."links", s."externalRef", s."version"
    FROM "ServiceFacts" f JOIN "Service" s ON s."id" = f."serviceId" WHERE f."id" = ANY(${page.map(({ facts }) => facts.id)}::bigint[])`;
  return new Map(rows.map(({ id, ...read }) => [Number(id), read]));
}

function present(service: ServiceThen, read: Read, snapshot: Snapshot): ExportedService {
  const { slug, facts, standing, score, counting, answered, gaps, blockers, stale, unanswered } = service;
  const { name, tier, lifecycle, tags } = facts;
  const { slug: team, name: teamName } = teamOf(snapshot, facts.teamId);
  const carried = carriedWhen(lifecycle, facts.deleted);
  const expected = amountOf({ incidents: service.incidents, tier, carried }, snapshot.pricing);
  return {
    ...{ slug, name, team, teamName, tier, lifecycle, tags: [...tags] },
    ...textsOf(read),
    ...{ links: read.links, externalRef: read.externalRef },
    dependsOn: facts.dependsOn.flatMap((id) => snapshot.byId.get(id)?.slug ?? []).sort(),
    // Facts of then count themselves.
    version: snapshot.past ? service.service.facts.indexOf(facts) + 1 : read.version,
    createdAt: service.service.createdAt.toISOString(),
    ...{ standing, score, counting, answered, gaps, blockers, stale, unanswered },
    incidentsPerYear: expected.incidents,
    expectedLoss: snapshot.pricing.priced === 0 ? null : expected.loss,
    currency: snapshot.model.currency,
  };
}

/** The services that the filters leave, with where they stand, or stood, and what that is expected to cost. */
export const SERVICES = exportOf<ExportedService>({
  title: "Services",
  columns: {
    slug: [22, (item) => item.slug],
    name: [26, (item) => item.name],
    team: [18, (item) => item.team],
    tier: ["number", (item) => item.tier],
    lifecycle: [11, (item) => item.lifecycle],
    tags: [24, (item) => COLUMN_TEXT.list(item.tags)],
    ...eachText((name, { width }) => [width, (item: ExportedService) => item[name]] as const),
    links: ["link", (item) => COLUMN_TEXT.links(item.links)],
    dependsOn: [24, (item) => COLUMN_TEXT.list(item.dependsOn)],
    version: ["number", (item) => item.version],
    externalRef: [24, (item) => item.externalRef],
    createdAt: ["instant", (item) => item.createdAt],
    standing: [26, (item) => item.standing],
    score: ["number", (item) => item.score],
    counting: ["number", (item) => item.counting],
    answered: ["number", (item) => item.answered],
    gaps: ["number", (item) => item.gaps],
    blockers: ["number", (item) => item.blockers],
    stale: ["number", (item) => item.stale],
    unanswered: ["number", (item) => item.unanswered],
    incidentsPerYear: ["number", (item) => item.incidentsPerYear],
    expectedLoss: ["money", (item) => item.expectedLoss],
    currency: [9, (item) => item.currency],
    teamName: [22, (item) => item.teamName],
  },
  members: plainMembers(exportedService.keyof().options),
  read,
});
