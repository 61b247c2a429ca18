import { beforeAll, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import type { GapFilters } from "../../contracts/gaps";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadExport } from "../exports/load-export";
import { loadGaps } from "./gaps";

const EDITS = "simultaneous-edits-kept";
const FIRST = "we-know-first";

let team: Awaited<ReturnType<typeof aTeam>>;

async function add(name: string, reason: string) {
  const scope = scopeOf(team.admin, "service:create", team.resource);
  const { id, slug } = await createService(
    scope,
    { name, team: team.slug, tier: 2, lifecycle: "live" },
    NOON,
  );
  const place = { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
  const answer = { verdict: "no" as const, reason, expectedVersion: 0 };
  await saveAnswer(scopeOf(team.admin, "answer:save", place), EDITS, answer, NOON);
  return place;
}

const load = (filters: GapFilters) =>
  loadGaps(scopeOf(team.admin, "gap:list"), { limit: 200, ...filters }, daysLater(1));
async function found(q: string, filters: GapFilters = {}): Promise<string[]> {
  const { items, total } = await load({ q, ...filters });
  expect(total.gaps).toBe(items.length);
  return items.map(({ service, question }) => `${service}/${question}`).sort();
}

beforeAll(async () => {
  team = await aTeam("Zürich money");
  const owner = await aPerson({ name: "Zoë Quist", teams: { [team.id]: "member" } });
  await db().organisation.create({
    data: { name: "Acme", timeZone: "UTC", currency: "EUR", createdAt: NOON },
  });
  const checkout = await add("Checkout", "Last write wins, at 100% of the carts. Réparé demain.");
  await add("Ledger", "Nobody tried it.");
  const gone = await add("Gone", "Last write wins here as well.");
  await deleteService(scopeOf(team.admin, "service:delete", gone), NOON);
  const plan = { owner: owner.person.id, ticket: "https://tracker.example/PAY-77" };
  await planGap(scopeOf(team.admin, "gap:plan", checkout), FIRST, plan, NOON);
});

it.each<[what: string, q: string, expected: string[]]>([
  ["reason, of services that are there", "write WINS", [`checkout/${EDITS}`]],
  ["reason with accents, as they were written", "réparé", [`checkout/${EDITS}`]],
  ["signs as they are", "100%", [`checkout/${EDITS}`]],
  ["no pattern", "last%wins", []],
  ["ticket", "pay-77", [`checkout/${FIRST}`]],
  ["address of a ticket", "https://tracker.example/PAY-77", [`checkout/${FIRST}`]],
  ["no host of every ticket", "tracker.example", []],
  ["reason beside service and owner", "checkout carts", [`checkout/${EDITS}`]],
  ["accents alone beside a word", "\u0301 carts", [`checkout/${EDITS}`]],
  ["owner, without accents", "zoe", [`checkout/${FIRST}`]],
  ["words at different places", "checkout quist", [`checkout/${FIRST}`]],
  ["words of which one stands nowhere", "checkout quist qwertyuiop", []],
])("gaps are found by %s", async (_, q, expected) => {
  expect(await found(q)).toEqual(expected);
});

it("gaps are found by title and text of the question, whoever has it", async () => {
  const all = (await load({ question: EDITS })).items;
  const [{ title = "", text = "" } = {}] = all;
  for (const q of [title, text.slice(0, 40)])
    expect(await found(q)).toEqual(expect.arrayContaining([`checkout/${EDITS}`, `ledger/${EDITS}`]));
});

it("gaps are found by the name of their service or team", async () => {
  const all = (await load({})).items;
  expect(await found("ledger")).toEqual(
    all
      .filter(({ service }) => service === "ledger")
      .map(({ question }) => `ledger/${question}`)
      .sort(),
  );
  expect(await found("zurich")).toHaveLength(all.length);
  expect(await found("", { serviceQ: "ledger" })).toEqual(await found("ledger"));
  expect(await found("wins", { serviceQ: "ledger" })).toEqual([]);
});

it("a search takes two statements more, and its file holds what the list does", async () => {
  const { statements } = await countStatements(() => load({ q: "nothing has this" }));
  expect(statements.length).toBeLessThanOrEqual(3);
  const { body } = await loadExport(
    scopeOf(team.admin, "export:read"),
    "gaps",
    { q: "write wins", format: "ndjson" },
    daysLater(1),
  );
  const lines = (await new Response(body).text()).trim().split("\n");
  expect(
    lines.map((line) => JSON.parse(line)).map(({ service, question }) => `${service}/${question}`),
  ).toEqual([`checkout/${EDITS}`]);
});
