import "server-only";
import type { ExportedEntry } from "../../contracts/exports";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { reader } from "../../db/transaction";
import { COLUMN_TEXT } from "../../domain/import/cells";
import { agedStates, currentRows } from "../services/current-states";
import { conditions } from "../services/filters";
import { exportOf } from "./export";

const AT_A_TIME = 2000n;

/**
 * Entries by ranges of their ids, up to the newest one at the start: each statement looks at as many entries, whatever the
 * filters leave of them.
 */
async function* read(choice: PortfolioChoice, now: Date): AsyncGenerator<ExportedEntry[]> {
  type Row = Omit<ExportedEntry, "id" | "at" | "from"> & {
    id: bigint;
    at: Date;
    from: ExportedEntry["from"] | null;
  };
  const aged = await agedStates(now);
  const newest = (await reader().entry.aggregate({ _max: { id: true } }))._max.id ?? 0n;
  for (let after = 0n; after < newest; after += AT_A_TIME) {
    const rows = await reader().$queryRaw<Row[]>`
      SELECT e."id", s."slug" AS "service", s."name" AS "serviceName", e."questionKey" AS "question", e."version",
        e."kind", e."at", jsonb_build_object('id', p."id", 'name', p."name") AS "by", e."source", e."from", e."to",
        e."reason", e."evidence"
      FROM "Entry" e JOIN "Person" p ON p."id" = e."personId" JOIN "Service" s ON s."id" = e."serviceId"
        JOIN "Team" m ON m."id" = s."teamId" JOIN ${currentRows(aged)} t ON t."serviceId" = s."id"
      WHERE e."id" > ${after} AND e."id" <= ${after + AT_A_TIME} AND ${conditions(choice, now)} ORDER BY e."id"`;
    if (rows.length === 0) continue;
    yield rows.map(({ id, at, from, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
      from: from ?? "unanswered",
    }));
  }
}

/** Every entry of the services that the filters leave (H1), oldest first. */
export const HISTORY = exportOf<ExportedEntry>(read, {
  service: (item) => item.service,
  question: (item) => item.question,
  version: (item) => item.version,
  kind: (item) => item.kind,
  at: (item) => item.at,
  by: (item) => item.by.name,
  source: (item) => item.source,
  from: (item) => item.from,
  to: (item) => item.to,
  reason: (item) => item.reason,
  evidence: (item) => COLUMN_TEXT.links(item.evidence),
  serviceName: (item) => item.serviceName,
});
