import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type pg from "pg";
import { insertRows, type SendJson } from "../../lib/db/insert-rows";
import { chance } from "../../lib/domain/random";
import type { Lifecycle, Tier } from "../../lib/domain/vocabulary";
import { SEVERITY } from "../../lib/domain/worth";
import { productionReadiness } from "../../prisma/checklists/production-readiness";
import { liveThrough } from "../../prisma/demo/example/live-through";
import { FIRST_PRICES } from "../../prisma/demo/example/prices";
import type { Arc, Step } from "../../prisma/demo/example/steps";
import { workingDays } from "../../prisma/demo/example/working-days";
import { type LivedRows, livedRows, writeLived } from "./lived-rows";

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
    await writeTeam(send, made, version);
    await client.query("COMMIT");
    if (upTo % 500 === 0 || upTo === services) say(`${upTo.toLocaleString("en")} services written`);
  };
  // One team is written while the next one is made: Postgres has a core of its own.
  let writing: Promise<void> = Promise.resolve();
  for (let team = 0; team < teams; team += 1) {
    const upTo = Math.min(services, (team + 1) * PER_TEAM);
    const [made] = await Promise.all([
      makeTeam({ team, services: upTo - team * PER_TEAM, seed, now }),
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
  services: LivedRows[];
  slugs: ReadonlyMap<string, string>;
}

async function writeTeam(
  send: SendJson,
  { people, team, memberships, services, slugs }: MadeTeam,
  version: string,
): Promise<void> {
  await insertRows(send, "Person", people);
  await insertRows(send, "Team", [team]);
  await insertRows(send, "Membership", memberships);
  await writeLived(send, services, slugs, version);
}

interface Making {
  team: number;
  services: number;
  seed: number;
  now: Date;
}

async function makeTeam({ team, services, seed, now }: Making): Promise<MadeTeam> {
  const days = workingDays(now);
  const createdAt = days(YEAR + 5);
  const [teamId, lead, member] = [randomUUID(), randomUUID(), randomUUID()];
  const id = (key: string) => (key === "lead" ? lead : member);
  const person = (key: string, name: string) => ({
    ...{ id: id(key), email: `${key}-${team}@bench.example.com`, name: `${name} ${team}` },
    ...{ admin: false, executive: false, example: false, version: 1, createdAt },
  });
  const written: LivedRows[] = [];
  const slugs = new Map<string, string>();
  const { questions } = productionReadiness;
  const habits = { provider: "Nordpay", store: "the database", every: 12, last: 2, ahead: 12, planning: 0.3 };
  for (let index = 0; index < services; index += 1) {
    const number = team * PER_TEAM + index;
    const chances = chance(seed + number);
    const world = {
      ...{ questions, days, chance: chances, habits: () => habits, crew: () => ["lead", "member"] },
      ...{ called: () => "Lee", added: () => YEAR },
    };
    const serviceId = randomUUID();
    const own = { service: () => serviceId, team: () => teamId, person: id };
    const steps = [...liveThrough(arcOf(number, team, chances.uniform()), world)].flatMap(oneByOne);
    written.push(livedRows(steps, questions, own, now));
    slugs.set(serviceId, `service-${number}`);
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
    slugs,
  };
}

/** Answers one after the other, as people give them: each an entry and a point of its own. */
const oneByOne = (step: Step): Step[] =>
  step.kind === "answers"
    ? step.answers.map((answer, index) => {
        return { ...step, at: new Date(step.at.getTime() + index * 45_000), answers: [answer] };
      })
    : [step];

/** How a service lives a year: towards ready, some of them all the way, one in twenty unanswered. */
function arcOf(number: number, team: number, luck: number): Arc {
  const end = luck > 0.6 ? 100 : 40 + 100 * luck;
  return {
    key: `service-${number}`,
    team: `team-${team}`,
    name: `Service ${number}`,
    description: "",
    tags: TAGS,
    life: { [YEAR]: LIFECYCLES[number % LIFECYCLES.length] ?? "live" },
    tier: TIERS[number % TIERS.length] ?? 2,
    path: number % 20 === 19 ? {} : { [YEAR - 2]: 30, [YEAR / 2]: (30 + end) / 2, 2: end },
  };
}
