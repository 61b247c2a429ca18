import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type pg from "pg";
import { insertRows, type SendJson } from "../../lib/db/insert-rows";
import { type WrittenService, writeHistory } from "../../lib/db/write-history";
import type { Arc } from "../../lib/domain/example/arc";
import { liveThrough } from "../../lib/domain/example/live-through";
import { replay } from "../../lib/domain/example/replay";
import { FIRST_PRICES } from "../../lib/domain/example/story/prices";
import { workingDays } from "../../lib/domain/example/working-days";
import { chance } from "../../lib/domain/random";
import type { Lifecycle, Tier } from "../../lib/domain/vocabulary";
import { SEVERITY } from "../../lib/domain/worth";
import { productionReadiness } from "../../prisma/checklists/production-readiness";

const PER_TEAM = 25;
/** Working days of a year. */
const YEAR = 260;
/** Mostly critical, so that about fifty questions are asked of each. */
const TIERS: readonly Tier[] = [1, 1, 2, 1, 1, 2, 1, 1, 3, 1];
const TAGS = [...new Set(productionReadiness.questions.flatMap((question) => question.tags))];
const LIFECYCLES: readonly Lifecycle[] = [
  "live",
  "live",
  "live",
  "live",
  "live",
  "live",
  "live",
  "launching",
  "building",
  "planned",
];

interface Size {
  services: number;
  seed: number;
  now: Date;
  say: (line: string) => void;
}

/**
 * Fills a set-up database with teams of 25 services, each with a year of history as the product itself would have
 * written it: entries, points, current rows, gaps; and prices from its beginning on. One transaction a team; the same
 * seed gives the same history.
 */
export async function writePortfolio(client: pg.Client, { services, seed, now, say }: Size): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT v."id" FROM "ChecklistVersion" v JOIN "Checklist" c ON c."id" = v."checklistId"
     WHERE v."status" = 'published' AND c."key" = $1 ORDER BY v."number" DESC LIMIT 1`,
    [productionReadiness.key],
  );
  const version = rows[0]?.id;
  if (!version) throw new Error("no checklist is published");
  const send: SendJson = (sql, json) => client.query(sql, [json]);
  await writeModel(client, send, now);
  const teams = Math.ceil(services / PER_TEAM);
  const write = async (made: MadeTeam, upTo: number) => {
    await client.query("BEGIN");
    await writeTeam(send, made);
    await client.query("COMMIT");
    if (upTo % 500 === 0 || upTo === services) say(`${upTo.toLocaleString("en")} services written`);
  };
  // One team is written while the next one is made: Postgres has a core of its own.
  let writing: Promise<void> = Promise.resolve();
  for (let team = 0; team < teams; team += 1) {
    const upTo = Math.min(services, (team + 1) * PER_TEAM);
    const [made] = await Promise.all([
      makeTeam({ team, services: upTo - team * PER_TEAM, version, seed, now }),
      writing,
    ]);
    writing = write(made, upTo);
    writing.catch(() => undefined);
  }
  await writing;
}

/** Prices for all eight costs, in force before anything happens. */
async function writeModel(client: pg.Client, send: SendJson, now: Date): Promise<void> {
  const { rows } = await client.query<{ currency: string; models: number }>(
    `SELECT (SELECT "currency" FROM "Organisation") AS "currency", (SELECT count(*) FROM "CostModel")::int AS "models"`,
  );
  if (rows[0]?.models !== 0) return;
  const model = {
    number: 1,
    at: workingDays(now)(YEAR + 6),
    currency: rows[0].currency ?? "EUR",
    note: "",
    example: false,
  };
  await insertRows(send, "CostModel", [{ ...model, prices: FIRST_PRICES, severity: SEVERITY, rates: {} }]);
}

/** A team with its people and services, before it is written. */
interface MadeTeam {
  people: object[];
  team: object;
  memberships: object[];
  services: WrittenService[];
  personId: (key: string) => string;
}

async function writeTeam(
  send: SendJson,
  { people, team, memberships, services, personId }: MadeTeam,
): Promise<void> {
  await insertRows(send, "Person", people);
  await insertRows(send, "Team", [team]);
  await insertRows(send, "Membership", memberships);
  await writeHistory(send, services, { person: personId });
}

interface Making {
  team: number;
  services: number;
  version: string;
  seed: number;
  now: Date;
}

async function makeTeam({ team, services, version, seed, now }: Making): Promise<MadeTeam> {
  const days = workingDays(now);
  const createdAt = days(YEAR + 5);
  const [teamId, lead, member] = [randomUUID(), randomUUID(), randomUUID()];
  const id = (key: string) => (key === "lead" ? lead : member);
  const person = (key: string, name: string) => ({
    ...{ id: id(key), email: `${key}-${team}@bench.example.com`, name: `${name} ${team}` },
    ...{ admin: false, executive: false, example: false, version: 1, createdAt },
  });
  const written: WrittenService[] = [];
  for (let index = 0; index < services; index += 1) {
    const number = team * PER_TEAM + index;
    const chances = chance(seed + number);
    const { questions } = productionReadiness;
    const world = { questions, days, chance: chances, crew: () => ["lead", "member"], added: () => YEAR };
    const service = liveThrough(arcOf(number, team, chances.uniform()), world);
    const serviceId = randomUUID();
    const own = { service: () => serviceId, team: () => teamId, person: id };
    written.push({
      rows: replay(service, questions, own, now),
      plans: service.plans,
      slug: `service-${number}`,
      checklistVersionId: version,
      example: false,
    });
    await breathe();
  }
  return {
    people: [person("lead", "Lead"), person("member", "Member")],
    team: {
      ...{ id: teamId, slug: `team-${team}`, name: `Team ${team}`, description: "" },
      ...{ createdAt, example: false, version: 1 },
    },
    memberships: [
      { personId: lead, teamId, role: "lead" },
      { personId: member, teamId, role: "member" },
    ],
    services: written,
    personId: id,
  };
}

/** How a service lives a year: towards ready, some of them all the way, one in twenty unanswered. */
function arcOf(number: number, team: number, luck: number): Arc {
  const end = luck > 0.6 ? 1 : 0.4 + luck;
  return {
    key: `service-${number}`,
    team: `team-${team}`,
    name: `Service ${number}`,
    description: "",
    tags: TAGS,
    provider: "Nordpay",
    store: "the database",
    lifecycle: [[YEAR, LIFECYCLES[number % LIFECYCLES.length] ?? "live"]],
    tier: TIERS[number % TIERS.length] ?? 2,
    firstLook: number % 20 === 19 ? null : YEAR - 2,
    every: 12,
    start: { yes: 0.4, partly: 0.2, unclear: 0.1 },
    path: [
      [YEAR - 2, 0.3],
      [YEAR / 2, 0.3 + (end - 0.3) / 2],
      [2, end],
    ],
    ahead: 3,
    planning: 0.3,
  };
}
