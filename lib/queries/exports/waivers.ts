import "server-only";
import type { ExportedWaiver, exportedWaiver } from "../../contracts/exports";
import { reader } from "../../db/transaction";
import type { ServiceThen } from "../../snapshot/service-then";
import { type Snapshot, teamOf } from "../../snapshot/snapshot";
import { presentWaiver, selectWaivers, type WaiverRead } from "../waivers/waiver";
import { type ExportAsked, exportOf, plainMembers } from "./export";
import { inPages, servicesAsked } from "./pages";

async function* read(asked: ExportAsked): AsyncGenerator<Iterable<ExportedWaiver>> {
  const load = (page: readonly ServiceThen[]) => loadWaivers(page, asked.snapshot);
  for await (const { read } of inPages(servicesAsked(asked), load)) yield read ?? [];
}

async function loadWaivers(services: readonly ServiceThen[], snapshot: Snapshot): Promise<ExportedWaiver[]> {
  const { at } = snapshot;
  const ids = services.map(({ id }) => id);
  const rows = await reader().$queryRaw<WaiverRead[]>`
    ${selectWaivers(at)} WHERE w."serviceId" = ANY(${ids}::uuid[]) AND w."requestedAt" <= ${at}
    ORDER BY w."requestedAt", w."id"`;
  const found: ExportedWaiver[] = [];
  for (const { id, facts } of services) {
    const { name: serviceName, tier, checklistVersionId } = facts;
    const team = teamOf(snapshot, facts.teamId);
    const then = { serviceName, tier, checklistVersionId, team: team.slug, teamName: team.name };
    for (const row of rows) {
      if (row.serviceId !== id) continue;
      const { can: _, ...waiver } = await presentWaiver({ ...knownAt(row, at), ...then }, null, []);
      found.push(waiver);
    }
  }
  return found;
}

/** A waiver as far as it was known at an instant (H3). */
function knownAt(row: WaiverRead, at: Date): WaiverRead {
  const isOver = row.endedAt !== null && row.endedAt <= at;
  const isDecided = row.decidedAt !== null && row.decidedAt <= at;
  const over = isOver ? {} : { endedAt: null, endCause: null, endedBy: null, endReason: "" };
  if (isDecided) return isOver || row.until === null ? row : { ...row, ...over, state: "in_force" };
  if (isOver) return row;
  const undecided = { decidedBy: null, decidedAt: null, decisionReason: "", soleDecider: false };
  const { askedVerdict: verdict } = row;
  const acceptedSince = row.renewal === 0 ? null : row.acceptedSince;
  return {
    ...row,
    ...over,
    ...undecided,
    verdict,
    acceptedSince,
    until: null,
    endsAt: null,
    state: "requested",
  };
}

const MEMBERS: (keyof typeof exportedWaiver.shape)[] = [
  ...([
    "id",
    "service",
    "serviceName",
    "team",
    "teamName",
    "tier",
    "question",
    "number",
    "title",
    "text",
  ] as const),
  ...(["area", "critical", "state", "verdict", "reason", "measure", "requestedBy", "requestedAt"] as const),
  ...(["askedUntil", "decidedBy", "decidedAt", "decisionReason", "soleDecider", "until", "endsAt"] as const),
  ...(["endedAt", "endCause", "endedBy", "endReason", "renewal", "acceptedSince"] as const),
];

/** Every waiver and every request for one of the services that the filters leave, as far as it was known, oldest first (S6). */
export const WAIVERS = exportOf<ExportedWaiver>({
  title: "Waivers",
  columns: {
    service: [22, ({ service }) => service],
    question: [30, ({ question }) => question],
    title: [40, ({ title }) => title],
    state: [11, ({ state }) => state],
    verdict: [9, ({ verdict }) => verdict],
    reason: [60, ({ reason }) => reason],
    measure: [40, ({ measure }) => measure],
    requestedBy: [20, ({ requestedBy }) => requestedBy.name],
    requestedAt: ["instant", ({ requestedAt }) => requestedAt],
    askedUntil: ["day", ({ askedUntil }) => askedUntil],
    decidedBy: [20, ({ decidedBy }) => decidedBy?.name ?? ""],
    decidedAt: ["instant", ({ decidedAt }) => decidedAt],
    decisionReason: [40, ({ decisionReason }) => decisionReason],
    soleDecider: ["boolean", ({ soleDecider }) => soleDecider],
    until: ["day", ({ until }) => until],
    endedAt: ["instant", ({ endedAt }) => endedAt],
    endCause: [11, ({ endCause }) => endCause],
    endedBy: [20, ({ endedBy }) => endedBy?.name ?? ""],
    endReason: [40, ({ endReason }) => endReason],
    renewal: ["number", ({ renewal }) => renewal],
    acceptedSince: ["instant", ({ acceptedSince }) => acceptedSince],
    critical: ["boolean", ({ critical }) => critical],
    area: [18, ({ area }) => area],
    number: [8, ({ number }) => number],
    text: [60, ({ text }) => text],
    serviceName: [26, ({ serviceName }) => serviceName],
    team: [18, ({ team }) => team],
    teamName: [22, ({ teamName }) => teamName],
    tier: ["number", ({ tier }) => tier],
  },
  members: plainMembers<ExportedWaiver>(MEMBERS),
  read,
});
