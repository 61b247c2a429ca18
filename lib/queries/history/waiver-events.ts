import "server-only";
import type { WaiverEvent } from "../../contracts/waivers";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { selectWaivers, type WaiverRead } from "../waivers/waiver";

/** What is asked of the history of a service's waivers. */
interface Asked {
  /** The first instant; null from the beginning. */
  from: Date | null;
  /** The first instant after them; null to the last one. */
  before: Date | null;
  question?: string | undefined;
  /** Keys of the only questions that are meant. */
  among: readonly string[] | null;
  /** Whose doing it was. */
  person?: string | undefined;
}

/** Every step in the life of a service's waivers within a span, newest first: one statement. */
export async function loadWaiverEvents(serviceId: string, asked: Asked, now: Date): Promise<WaiverEvent[]> {
  const rows = await reader().$queryRaw<WaiverRead[]>`
    ${selectWaivers(now)} WHERE w."serviceId" = ${serviceId}::uuid
      ${asked.question === undefined ? Prisma.empty : Prisma.sql`AND w."questionKey" = ${asked.question}`}
      ${asked.among === null ? Prisma.empty : Prisma.sql`AND w."questionKey" = ANY(${asked.among}::text[])`}`;
  return rows
    .flatMap(stepsOf)
    .filter(
      ({ at, by }) =>
        (asked.from === null || at >= asked.from) &&
        (asked.before === null || at < asked.before) &&
        (asked.person === undefined || by?.id === asked.person),
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, ...step }) => ({ ...step, at: at.toISOString() }));
}

type Step = Omit<WaiverEvent, "at"> & { at: Date };

function stepsOf(row: WaiverRead): Step[] {
  const { id: waiver, question, renewal, until, endCause, state } = row;
  const of = { waiver, question, renewal, endCause: null, until: null };
  const steps: Step[] = [
    {
      ...of,
      event: "asked",
      at: row.requestedAt,
      by: row.requestedBy,
      reason: row.reason,
      until: row.askedUntil,
    },
  ];
  if (row.decidedAt) {
    const event = state === "refused" ? "refused" : "granted";
    steps.push({ ...of, event, at: row.decidedAt, by: row.decidedBy, reason: row.decisionReason, until });
  }
  // One that is renewed goes on.
  if (row.endedAt && endCause !== "renewed") {
    const event = state === "withdrawn" || state === "lapsed" ? state : "ended";
    steps.push({ ...of, event, at: row.endedAt, by: row.endedBy, reason: row.endReason, until, endCause });
  }
  return steps;
}
