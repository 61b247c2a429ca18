import "server-only";
import type { exportedEntry } from "../../contracts/exports";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import type { AnswerState, Source, Verdict } from "../../domain/vocabulary";
import { linksText } from "./answers";
import { type ExportAsked, exportOf } from "./export";
import { servicesAsked } from "./pages";
import { type ExportOrigin, loadPeople, originPart, type People, personPart } from "./people";

const AT_A_TIME = 1000;

interface Row extends Pick<ExportOrigin, "importedBy" | "claimedBy" | "claimedSource" | "token"> {
  id: bigint;
  serviceId: string;
  question: string;
  version: number;
  kind: "save" | "confirm";
  at: Date;
  savedAt: Date | null;
  personId: string;
  source: Source;
  from: AnswerState | null;
  to: Verdict;
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
}

interface Item extends Row {
  service: string;
  serviceName: string;
  people: People;
}

/**
 * The entries of the services that the filters leave, up to the newest one at the start, oldest first. Their ids are
 * read first, as one text, and then as many of them at a time: what is not exported is not looked at.
 */
async function* read(asked: ExportAsked): AsyncGenerator<Item[]> {
  const { snapshot } = asked;
  const until = snapshot.past ? Prisma.sql`AND e."at" <= ${snapshot.at}::timestamptz` : Prisma.empty;
  const people = await loadPeople();
  const byId = new Map(servicesAsked(asked).map((service) => [service.id, service]));
  const [found] = await reader().$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(e."id"::text, ' ' ORDER BY e."id") AS "ids"
    FROM "Entry" e WHERE e."serviceId" = ANY(${[...byId.keys()]}::uuid[]) ${until}`;
  const ids = found?.ids?.split(" ") ?? [];
  for (let start = 0; start < ids.length; start += AT_A_TIME) {
    const rows = await reader().$queryRaw<Row[]>`
      SELECT e."id", e."serviceId", e."questionKey" AS "question", e."version", e."kind", e."at", e."savedAt",
        e."personId", e."source", e."importedById" AS "importedBy", e."claimedBy", e."claimedSource",
        e."tokenName" AS "token", e."from", e."to", e."reason", e."evidence"::text AS "evidence"
      FROM "Entry" e WHERE e."id" = ANY(${ids.slice(start, start + AT_A_TIME)}::bigint[]) ORDER BY e."id"`;
    yield rows.map((row) => {
      const service = byId.get(row.serviceId);
      return { ...row, people, service: service?.slug ?? "", serviceName: service?.facts.name ?? "" };
    });
  }
}

const savedAtOf = ({ savedAt, at }: Row) => (savedAt ?? at).toISOString();
const nameOf = (people: People, id: string | null) => people.get(id ?? "")?.name ?? "";

/** How an entry that no person saved here came to be here. */
function originOf({ source, at, importedBy, claimedBy, claimedSource, token }: Row): ExportOrigin | null {
  if (source === "person") return null;
  const importedAt = importedBy === null ? null : at.toISOString();
  return { importedBy, importedAt, claimedBy, claimedSource, token };
}

const MEMBERS: Record<keyof typeof exportedEntry.shape, (item: Item) => string> = {
  id: ({ id }) => `"${id}"`,
  service: ({ service }) => `"${service}"`,
  serviceName: ({ serviceName }) => JSON.stringify(serviceName),
  question: ({ question }) => JSON.stringify(question),
  version: ({ version }) => String(version),
  kind: ({ kind }) => `"${kind}"`,
  at: ({ at }) => `"${at.toISOString()}"`,
  savedAt: (item) => `"${savedAtOf(item)}"`,
  by: ({ people, personId }) => personPart(people.get(personId)),
  source: ({ source }) => `"${source}"`,
  origin: (item) => originPart(originOf(item), item.people),
  from: ({ from }) => `"${from ?? "unanswered"}"`,
  to: ({ to }) => `"${to}"`,
  reason: ({ reason }) => JSON.stringify(reason),
  evidence: ({ evidence }) => evidence,
};

/** Every entry of the services that the filters leave (H1), up to the moment asked about, oldest first. */
export const HISTORY = exportOf<Item>({
  title: "Entries",
  columns: {
    service: [22, (item) => item.service],
    question: [30, (item) => item.question],
    version: ["number", (item) => item.version],
    kind: [9, (item) => item.kind],
    at: ["instant", (item) => item.at.toISOString()],
    by: [20, (item) => nameOf(item.people, item.personId)],
    source: [9, (item) => item.source],
    token: [16, (item) => item.token],
    savedAt: ["instant", savedAtOf],
    claimedBy: [20, (item) => item.claimedBy],
    importedBy: [20, (item) => nameOf(item.people, item.importedBy)],
    from: [13, (item) => item.from ?? "unanswered"],
    to: [13, (item) => item.to],
    reason: [60, (item) => item.reason],
    evidence: ["link", (item) => linksText(item.evidence)],
    serviceName: [26, (item) => item.serviceName],
  },
  members: MEMBERS,
  read,
});
