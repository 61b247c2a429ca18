import "server-only";
import type { ExportedEntry } from "../../contracts/exports";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { COLUMN_TEXT } from "../../domain/cells";
import { type ExportOrigin, loadPeople, type People } from "./assessed";
import { columnsOf, type Export, type ExportAsked } from "./export";
import { originPart, personParts } from "./json-parts";
import { servicesAsked } from "./pages";

const AT_A_TIME = 1000;

interface Row
  extends Pick<ExportedEntry, "service" | "serviceName" | "question" | "version" | "kind" | "source" | "to">,
    Pick<ExportOrigin, "importedBy" | "claimedBy" | "claimedSource" | "token"> {
  id: bigint;
  at: Date;
  savedAt: Date | null;
  personId: string;
  from: ExportedEntry["from"] | null;
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
}

/**
 * The entries of the services that the filters leave, up to the newest one at the start, oldest first. Their ids are
 * read first, as one text, and then as many of them at a time: what is not exported is not looked at.
 */
async function* read(asked: ExportAsked): AsyncGenerator<Row[]> {
  const { from, where } = await servicesAsked(asked);
  const until = asked.moment.past ? Prisma.sql`AND e."at" <= ${asked.moment.at}::timestamptz` : Prisma.empty;
  const services = await reader().$queryRaw<{ id: string; service: string; serviceName: string }[]>`
    SELECT s."id", s."slug" AS "service", s."name" AS "serviceName" FROM ${from} WHERE ${where}`;
  const byId = new Map(services.map(({ id, ...names }) => [id, names]));
  const [found] = await reader().$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(e."id"::text, ' ' ORDER BY e."id") AS "ids"
    FROM "Entry" e WHERE e."serviceId" = ANY(${[...byId.keys()]}::uuid[]) ${until}`;
  const ids = found?.ids?.split(" ") ?? [];
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const rows = await reader().$queryRaw<(Omit<Row, "service" | "serviceName"> & { serviceId: string })[]>`
      SELECT e."id", e."serviceId", e."questionKey" AS "question", e."version", e."kind", e."at", e."savedAt",
        e."personId", e."source", e."importedById" AS "importedBy", e."claimedBy", e."claimedSource",
        e."tokenName" AS "token", e."from", e."to", e."reason", e."evidence"::text AS "evidence"
      FROM "Entry" e WHERE e."id" = ANY(${ids.slice(start, start + AT_A_TIME)}::bigint[]) ORDER BY e."id"`;
    yield rows.map(({ serviceId, ...row }) => ({
      service: "",
      serviceName: "",
      ...byId.get(serviceId),
      ...row,
    }));
  }
}

/** As JSON.stringify would write it, in a fraction of its time. */
function jsonOf(entry: Row, person: (id: string | null) => string): string {
  const { evidence, personId, id, at, savedAt, from, importedBy, claimedBy, claimedSource, token, ...row } =
    entry;
  const dates = { at: at.toISOString(), savedAt: (savedAt ?? at).toISOString() };
  const start = JSON.stringify({ ...row, id: String(id), ...dates, from: from ?? "unanswered" });
  const importedAt = importedBy === null ? null : dates.at;
  const origin = row.source === "person" ? null : { importedBy, importedAt, claimedBy, claimedSource, token };
  return `${start.slice(0, -1)},"by":${person(personId)},"origin":${originPart(origin, person)},"evidence":${evidence}}`;
}

function cellsOf({ evidence, at, savedAt, from, ...row }: Row, people: People): string[] {
  const nameOf = (id: string | null) => people.get(id ?? "")?.name ?? "";
  return [
    ...[
      row.service,
      row.question,
      String(row.version),
      row.kind,
      at.toISOString(),
      nameOf(row.personId),
      row.source,
    ],
    ...[row.token ?? "", (savedAt ?? at).toISOString(), row.claimedBy ?? "", nameOf(row.importedBy)],
    ...[from ?? "unanswered", row.to, row.reason],
    ...[evidence === "[]" ? "" : COLUMN_TEXT.links(JSON.parse(evidence)), row.serviceName],
  ];
}

/** Every entry of the services that the filters leave (H1), up to the moment asked about, oldest first. */
export const HISTORY: Export = {
  title: "Entries",
  columns: columnsOf({
    ...{ service: 22, question: 30, version: "number", kind: 9, at: "instant", by: 20, source: 9 },
    ...{ token: 16, savedAt: "instant", claimedBy: 20, importedBy: 20 },
    ...{ from: 13, to: 13, reason: 60, evidence: "link", serviceName: 26 },
  }),
  async *pages(asked) {
    const people = await loadPeople();
    const person = personParts(people);
    for await (const rows of read(asked)) {
      yield {
        *cells() {
          for (const row of rows) yield cellsOf(row, people);
        },
        *json() {
          for (const row of rows) yield jsonOf(row, person);
        },
      };
    }
  },
};
