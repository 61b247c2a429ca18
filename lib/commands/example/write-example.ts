import "server-only";
import type { ExampleCounts } from "../../contracts/example";
import { freeSlug } from "../../db/free-slug";
import { insertRows, type SendJson } from "../../db/insert-rows";
import type { Tx } from "../../db/transaction";
import { writeHistory } from "../../db/write-history";
import { AppError } from "../../domain/errors";
import { SEVERITY } from "../../domain/worth";
import type { Invented } from "./invent";

const DOMAIN = "tallybrook.example.com";

/** Whether anything invented is there. */
export async function isExampleThere(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Service" WHERE "example") OR EXISTS (SELECT 1 FROM "Team" WHERE "example")
      OR EXISTS (SELECT 1 FROM "Person" WHERE "example") AS "there"`;
  return row?.there ?? false;
}

/**
 * Lets one at a time load or remove the example, until the transaction ends.
 * @throws AppError in_progress while somebody else does
 */
export async function lockExample(tx: Tx): Promise<void> {
  const [row] = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('plumbline.example')) AS "got"`;
  if (row?.got) return;
  throw new AppError("in_progress", {
    message: "The example portfolio is being loaded or removed right now. Look again in a few seconds.",
    retryAfterSeconds: 5,
  });
}

/**
 * Writes what was invented, in a transaction of the caller's.
 * @throws AppError conflict when the example is there already: nothing is written twice; in_progress
 */
export async function writeExample(tx: Tx, invented: Invented): Promise<ExampleCounts> {
  await lockExample(tx);
  if (await isExampleThere(tx)) {
    throw new AppError("conflict", {
      message: "The example portfolio is there already. Nothing was added; remove it first to load it anew.",
    });
  }
  const { portfolio, ids, services } = invented;
  const send: SendJson = (sql, json) => tx.$executeRawUnsafe(sql, json);
  const slugs = await freeSlugs(tx, invented);
  const emails = await freeEmails(
    tx,
    portfolio.people.map((person) => person.mailbox),
  );
  const people = portfolio.people.map(({ key, mailbox, ...person }) => ({
    ...{ id: ids.person(key), email: emails.get(mailbox), ...person },
    ...{ admin: false, example: true, version: person.disabledAt ? 2 : 1 },
  }));
  await insertRows(send, "Person", people);
  const teams = portfolio.teams.map(({ key, name, description, createdAt }) => ({
    ...{ id: ids.team(key), slug: slugs.team(name), name, description, createdAt },
    ...{ example: true, version: 1 },
  }));
  await insertRows(send, "Team", teams);
  const memberships = portfolio.teams.flatMap((team) =>
    team.members.map(({ person, role }) => ({
      ...{ personId: ids.person(person), teamId: ids.team(team.key), role },
    })),
  );
  await insertRows(send, "Membership", memberships);
  const written = services.map((service) => ({ ...service, slug: slugs.service(nameOf(service)) }));
  await writeHistory(send, written, ids);
  await writeModels(tx, portfolio.models);
  const entries = services.reduce((sum, { rows }) => sum + rows.entries.length, 0);
  return { teams: teams.length, services: services.length, people: people.length, entries };
}

/**
 * The prices of the story, in the organisation's currency; none where it has a model of its own, or a service: what is
 * invented prices nothing that is real.
 */
async function writeModels(tx: Tx, models: Invented["portfolio"]["models"]): Promise<void> {
  if ((await tx.costModel.count()) > 0 || (await tx.service.count({ where: { example: false } })) > 0) return;
  const organisation = await tx.organisation.findUnique({ where: { id: 1 }, select: { currency: true } });
  const rows = models.map((model, index) => ({
    ...{ number: index + 1, currency: organisation?.currency ?? "EUR", ...model },
    ...{ severity: SEVERITY, rates: {}, example: true },
  }));
  await insertRows((sql, json) => tx.$executeRawUnsafe(sql, json), "CostModel", rows);
}

const nameOf = ({ rows }: Pick<Invented["services"][number], "rows">) => rows.facts.at(-1)?.name ?? "";

/** Short names that nobody has, by name. Asked for in one order, so that nobody waits for each other in a circle. */
async function freeSlugs(tx: Tx, { portfolio, services }: Invented) {
  const found = { team: new Map<string, string>(), service: new Map<string, string>() };
  const names = { team: portfolio.teams.map((team) => team.name), service: services.map(nameOf) };
  for (const kind of ["service", "team"] as const) {
    for (const name of names[kind].sort()) found[kind].set(name, await freeSlug(tx, kind, name));
  }
  const get = (kind: keyof typeof found) => (name: string) => found[kind].get(name) ?? "";
  return { team: get("team"), service: get("service") };
}

/** Addresses that nobody has, by mailbox, below a domain that is reserved for examples. */
async function freeEmails(tx: Tx, mailboxes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.person.findMany({
    where: { email: { endsWith: `@${DOMAIN}` } },
    select: { email: true },
  });
  const taken = new Set(rows.map((row) => row.email));
  return new Map(
    mailboxes.map((mailbox) => {
      const candidates = ["", ".2", ".3", ".4"].map((more) => `${mailbox}${more}@${DOMAIN}`);
      return [mailbox, candidates.find((email) => !taken.has(email)) ?? `${mailbox}.${Date.now()}@${DOMAIN}`];
    }),
  );
}
