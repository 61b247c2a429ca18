import "server-only";
import type { BecauseShown } from "../../contracts/launch-parts";
import { reader } from "../../db/transaction";
import type { Because } from "../../domain/launch/out-of-date";
import type { WaiverEnd } from "../../domain/waiver";
import type { Evaluated } from "./evaluate";

type WhoOf = (because: Because) => string | null;

interface Ended {
  key: string;
  cause: WaiverEnd;
  endedById: string | null;
}

/** How the waivers ended that did so at the instants of reasons, by service and instant. */
async function endedWaivers(asked: readonly { serviceId: string; at: Date }[]): Promise<Map<string, Ended>> {
  if (asked.length === 0) return new Map();
  const rows = await reader().$queryRaw<Ended[]>`
    SELECT r."serviceId" || ' ' || r."question" || ' ' || r."at" AS "key", w."endCause"::text AS "cause", w."endedById"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r("serviceId" uuid, "question" text, "at" text)
      JOIN "Waiver" w ON w."serviceId" = r."serviceId" AND w."questionKey" = r."question"
        AND w."endedAt" = r."at"::timestamptz AND w."endCause" IS NOT NULL`;
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Who did what made sign-offs go out of date: who saved the answer, who changed the facts of the service at that instant,
 * who revoked the waiver, who changed the plan of the launch; null for what time did. At most three statements.
 */
export async function whoMade({ rows, services }: Evaluated, all: readonly Because[]): Promise<WhoOf> {
  const idOf = (slug: string) => services.find((each) => each.slug === slug)?.id ?? null;
  const asked = all.flatMap(({ code, service, question, version, at }) => {
    const serviceId = service === null ? null : idOf(service);
    return serviceId && code !== "critical_stale"
      ? [{ code, serviceId, question: question ?? "", version: version ?? 0, at }]
      : [];
  });
  if (asked.length === 0) return (because) => planChanger(rows, because);
  const entries = await reader().$queryRaw<{ key: string; personId: string }[]>`
    SELECT r."serviceId" || ' ' || r."question" || ' ' || r."version" AS "key", e."personId"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r("serviceId" uuid, "question" text, "version" int)
      JOIN "Entry" e ON e."serviceId" = r."serviceId" AND e."questionKey" = r."question" AND e."version" = r."version"`;
  const facts = await reader().$queryRaw<{ key: string; personId: string | null }[]>`
    SELECT r."serviceId" || ' ' || r."at" AS "key", f."personId"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS r("serviceId" uuid, "at" text)
      JOIN "ServiceFacts" f ON f."serviceId" = r."serviceId" AND f."at" = r."at"::timestamptz`;
  const ended = await endedWaivers(asked.filter(({ code }) => code === "waiver_ended"));
  const byEntry = new Map(entries.map(({ key, personId }) => [key, personId]));
  const byFacts = new Map(facts.map(({ key, personId }) => [key, personId]));
  return (because) => {
    const { code, service, question, version, at } = because;
    if (code === "critical_stale") return null;
    const id = service === null ? null : idOf(service);
    const waiver = ended.get(`${id} ${question ?? ""} ${at.toISOString()}`);
    if (code === "waiver_ended" && (!waiver || waiver.cause === "expired")) return null;
    if (waiver?.endedById) return waiver.endedById;
    const saved = id && version ? byEntry.get(`${id} ${question ?? ""} ${version}`) : undefined;
    const changed = id ? byFacts.get(`${id} ${at.toISOString()}`) : undefined;
    return saved ?? changed ?? planChanger(rows, because);
  };
}

/** Who changed the plan of a launch, or decided about a gap of it, at an instant. */
function planChanger({ plans, dispositions, events }: Evaluated["rows"], { at }: Because): string | null {
  const time = at.getTime();
  return (
    plans.find((each) => each.at.getTime() === time)?.personId ??
    events.find((each) => each.at.getTime() === time)?.personId ??
    dispositions.find((each) => each.at.getTime() === time)?.byId ??
    null
  );
}

/** Why a sign-off is out of date as the API shows it. */
export const presentBecause = (because: readonly Because[], whoOf: WhoOf): BecauseShown[] =>
  because.map((each) => ({
    ...{
      code: each.code,
      service: each.service,
      question: each.question,
      before: each.before,
      after: each.after,
    },
    by: whoOf(each),
    at: each.at.toISOString(),
  }));
