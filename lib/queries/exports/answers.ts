import "server-only";
import type { exportedAnswer } from "../../contracts/exports";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { COLUMN_TEXT } from "../../domain/cells";
import type { TitledQuestion } from "../../domain/checklist";
import { STALE, stateOf } from "../../domain/effective-verdict";
import type { Source } from "../../domain/vocabulary";
import type { ServiceThen } from "../../snapshot/service-then";
import { teamOf } from "../../snapshot/snapshot";
import { type ExportAsked, exportOf, wants } from "./export";
import { inPages, servicesAsked } from "./pages";
import { type ExportOrigin, loadPeople, originPart, type People, personPart } from "./people";

/** What is read of an answer, as far as it is wanted. */
interface Read {
  /** As JSON: a string. */
  reason: string;
  /** As JSON: [{label, url}] */
  evidence: string;
  savedById: string;
  source: Source | "";
  origin: ExportOrigin | null;
}

/** A question that applies to a service, with its answer. */
interface Item {
  service: ServiceThen;
  team: string;
  /** As JSON. */
  serviceName: string;
  place: number;
  question: TitledQuestion;
  /** Code of the effective verdict. */
  code: number;
  /** Which entry of its history the answer is; -1 while unanswered. */
  entry: number;
  read: Read | null;
  people: People;
}

/** What has to be read from the database. */
const READ = [
  "reason",
  "evidence",
  "savedBy",
  "savedByEmail",
  "claimedBy",
  "importedBy",
  "source",
  "token",
  "origin",
];

const givenOf = ({ service, entry }: Item) => service.givenIn(entry);
const versionOf = ({ service, entry }: Item) =>
  entry < 0 ? 0 : (service.service.answers.versions[entry] as number);
const savedAtOf = ({ service, entry }: Item) =>
  entry < 0 ? null : new Date(service.service.answers.savedAt[entry] as number).toISOString();
const isStale = ({ code }: Item) => (code & STALE) !== 0;
const savedBy = ({ read, people }: Item) => people.get(read?.savedById ?? "");

const MEMBERS: Record<keyof typeof exportedAnswer.shape, (item: Item) => string> = {
  service: ({ service }) => `"${service.slug}"`,
  serviceName: ({ serviceName }) => serviceName,
  team: ({ team }) => `"${team}"`,
  tier: ({ service }) => String(service.facts.tier),
  lifecycle: ({ service }) => `"${service.facts.lifecycle}"`,
  question: ({ question }) => JSON.stringify(question.key),
  area: ({ question }) => `"${question.area}"`,
  critical: ({ question }) => String(question.critical),
  verdict: (item) => `"${givenOf(item)}"`,
  effectiveVerdict: ({ code }) => `"${stateOf(code)}"`,
  stale: (item) => String(isStale(item)),
  reason: ({ read }) => read?.reason ?? '""',
  evidence: ({ read }) => read?.evidence ?? "[]",
  savedAt: (item) => JSON.stringify(savedAtOf(item)),
  savedBy: (item) => personPart(savedBy(item)),
  source: ({ read }) => (read ? `"${read.source}"` : "null"),
  origin: ({ read, people }) => originPart(read?.origin ?? null, people),
  version: (item) => String(versionOf(item)),
};

/** Every question that applies to the services that the filters leave, with its answer (ExportedAnswer). */
export const ANSWERS = exportOf<Item>({
  title: "Answers",
  columns: {
    service: [22, ({ service }) => service.slug],
    question: [30, ({ question }) => question.key],
    verdict: [13, givenOf],
    reason: [60, ({ read }) => (read ? JSON.parse(read.reason) : "")],
    evidence: ["link", ({ read }) => linksText(read?.evidence ?? "[]")],
    version: ["number", versionOf],
    effectiveVerdict: [16, ({ code }) => stateOf(code)],
    stale: ["boolean", isStale],
    savedAt: ["instant", savedAtOf],
    savedBy: [20, (item) => savedBy(item)?.name ?? ""],
    // An author who is only claimed has no address here, and whoever imported it did not give it.
    savedByEmail: [24, (item) => (item.read?.origin?.claimedBy ? "" : (savedBy(item)?.email ?? ""))],
    claimedBy: [20, ({ read }) => read?.origin?.claimedBy ?? ""],
    importedBy: [20, ({ read, people }) => people.get(read?.origin?.importedBy ?? "")?.name ?? ""],
    source: [9, ({ read }) => read?.source ?? ""],
    token: [16, ({ read }) => read?.origin?.token ?? ""],
    area: [18, ({ question }) => question.area],
    title: [36, ({ question }) => question.title],
    text: [60, ({ question }) => question.text],
    critical: ["boolean", ({ question }) => question.critical],
    serviceName: [26, ({ service }) => service.facts.name],
    team: [18, ({ team }) => team],
    tier: ["number", ({ service }) => service.facts.tier],
    lifecycle: [11, ({ service }) => service.facts.lifecycle],
  },
  members: MEMBERS,
  async *read(asked) {
    const isRead = wants(asked, ...READ);
    const people: People = isRead ? await loadPeople() : new Map();
    for await (const { page, read } of inPages(servicesAsked(asked), isRead ? reading(asked) : null)) {
      yield itemsOf(page, (service) => read?.get(service.id) ?? null, asked, people);
    }
  },
});

/** Links as text, of JSON. */
export const linksText = (evidence: string): string =>
  evidence === "[]" ? "" : COLUMN_TEXT.links(JSON.parse(evidence));

/** The items of services, one object filled anew. */
function* itemsOf(
  services: readonly ServiceThen[],
  readOf: (service: ServiceThen) => ReadonlyMap<string, Read> | null,
  { snapshot }: ExportAsked,
  people: People,
): Generator<Item> {
  for (const service of services) {
    const { codes, checklist, facts } = service;
    const read = readOf(service);
    const serviceName = JSON.stringify(facts.name);
    const place = { team: teamOf(snapshot, facts.teamId).slug, serviceName };
    const item: Item = {
      ...{ ...place, service, people, place: 0, code: 0, entry: -1, read: null },
      question: checklist.at(0),
    };
    for (let place = 0; place < codes.length; place += 1) {
      if (!service.isAsked(place)) continue;
      item.place = place;
      item.question = checklist.at(place);
      item.code = codes[place] as number;
      item.entry = service.entryTo(place);
      item.read = (item.entry < 0 ? undefined : read?.get(item.question.key)) ?? null;
      yield item;
    }
  }
}

/** What parts answers, and their columns: signs that JSON, keys and words never hold as they are. */
const [BETWEEN, WITHIN] = ["\u001e", "\u001f"];

/**
 * Reads what is wanted of the answers of services: of each the entry that the snapshot knows (H1, H3), all of a service as
 * one text, which costs a fraction of a row an answer.
 */
function reading(
  asked: ExportAsked,
): (page: readonly ServiceThen[]) => Promise<Map<string, Map<string, Read>>> {
  const texts = (name: string, column: Prisma.Sql) => (wants(asked, name) ? column : Prisma.sql`''`);
  const columns = Prisma.sql`a."questionKey", ${texts("reason", Prisma.sql`to_json(e."reason")::text`)},
    ${texts("evidence", Prisma.sql`e."evidence"::text`)}, e."personId", e."source", CASE e."source" WHEN 'person' THEN ''
      ELSE json_build_object('token', e."tokenName", 'importedBy', e."importedById", 'importedAt',
        CASE WHEN e."importedById" IS NOT NULL THEN e."at" END, 'claimedBy', e."claimedBy", 'claimedSource',
        e."claimedSource")::text END`;
  return async (page) => {
    const ids: string[] = [];
    const keys: string[] = [];
    const versions: number[] = [];
    for (const service of page) {
      for (let place = 0; place < service.codes.length; place += 1) {
        const entry = service.isAsked(place) ? service.entryTo(place) : -1;
        if (entry < 0) continue;
        ids.push(service.id);
        keys.push(service.checklist.at(place).key);
        versions.push(service.service.answers.versions[entry] as number);
      }
    }
    const rows = await reader().$queryRaw<{ id: string; answers: string }[]>`
      SELECT a."serviceId" AS "id", string_agg(concat_ws(${WITHIN}, ${columns}), ${BETWEEN}) AS "answers"
      FROM unnest(${ids}::uuid[], ${keys}::text[], ${versions}::int[]) AS a("serviceId", "questionKey", "version")
      JOIN "Entry" e ON e."serviceId" = a."serviceId" AND e."questionKey" = a."questionKey" AND e."version" = a."version"
      GROUP BY 1`;
    return new Map(rows.map(({ id, answers }) => [id, unpack(answers)]));
  };
}

function unpack(text: string): Map<string, Read> {
  const answers = new Map<string, Read>();
  for (const packed of text.split(BETWEEN)) {
    const [key = "", reason = "", evidence = "", savedById = "", source = "", how = ""] =
      packed.split(WITHIN);
    const origin: ExportOrigin | null = how === "" ? null : JSON.parse(how);
    answers.set(key, { reason, evidence, savedById, source: source as Source, origin });
  }
  return answers;
}
