import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { editPerson } from "../../commands/people/edit-person";
import { invitePerson } from "../../commands/people/invite-person";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import type { Hit } from "../../contracts/search";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { aLaunch } from "../../testing/launches";
import { loadGaps } from "../gaps/gaps";
import { loadFound } from "./search";

const EDITS = "simultaneous-edits-kept";

let payments: Awaited<ReturnType<typeof aTeam>>;
let other: Awaited<ReturnType<typeof aTeam>>;
let member: Awaited<ReturnType<typeof aPerson>>;

async function add(name: string, team: typeof payments, lifecycle: "live" | "retired" = "live") {
  const scope = scopeOf(team.admin, "service:create", team.resource);
  const { id, slug } = await createService(scope, { name, team: team.slug, tier: 2, lifecycle }, NOON);
  return { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
}

const find = async (q: string, who = payments.admin) =>
  (await loadFound(scopeOf(who, "search:read"), { q }, daysLater(1))).items;
const keyOf = (hit: Hit): string => {
  switch (hit.kind) {
    case "gap":
      return `gap ${hit.service}/${hit.question}`;
    case "person":
    case "launch":
      return `${hit.kind} ${hit.kind === "person" ? hit.name : hit.title}`;
    default:
      return `${hit.kind} ${hit.kind === "service" ? hit.service : hit.kind === "team" ? hit.team : hit.question}`;
  }
};
const keys = async (q: string, who = payments.admin) => (await find(q, who)).map(keyOf);

beforeAll(async () => {
  [payments, other] = [await aTeam("Payments"), await aTeam("Harbour crew")];
  member = await aPerson({ name: "Zoë Quist", teams: { [other.id]: "member" } });
  const former = await aPerson({ name: "Quentin Quist" });
  await db().person.update({ where: { id: former.person.id }, data: { disabledAt: NOON } });
  const ledger = await add("Ledger", payments);
  await add("Ledger", other);
  await add("Ledger of old", payments, "retired");
  await deleteService(scopeOf(payments.admin, "service:delete", await add("Ledger gone", payments)), NOON);
  const answer = { verdict: "no" as const, reason: "Not yet.", expectedVersion: 0 };
  await saveAnswer(scopeOf(payments.admin, "answer:save", ledger), EDITS, answer, NOON);
  const plan = { ticket: "https://tracker.example/PAY-77" };
  await planGap(scopeOf(payments.admin, "gap:plan", ledger), EDITS, plan, NOON);
  await aLaunch({ name: "Ferry", tier: 3 });
});

describe("a search", () => {
  it("finds services that are there by name, slips forgiven, the retired ones after the others", async () => {
    for (const q of ["ledger", "LEDG", "legder"]) {
      const services = (await keys(q)).filter((key) => key.startsWith("service"));
      expect(services.slice(0, 2).sort()).toEqual(["service ledger", "service ledger-2"]);
      expect(services[2]).toBe("service ledger-of-old");
      expect(services).toHaveLength(3);
    }
  });

  it("puts what belongs to one's own team first", async () => {
    expect((await keys("ledger", member))[0]).toBe("service ledger-2");
    expect((await keys("ledger", member)).sort()).toEqual((await keys("ledger")).sort());
  });

  it("finds teams, with how many services they have, and services by their team", async () => {
    const [first, ...rest] = await find("harbour");
    expect(first).toMatchObject({ kind: "team", team: other.slug, services: 1 });
    expect(rest.map(keyOf)).toContain("service ledger-2");
  });

  it("finds people and launches", async () => {
    expect(await keys("zoe quist")).toEqual(["person Zoë Quist"]);
    expect(await keys("quist")).toEqual(["person Zoë Quist", "person Quentin Quist"]);
    expect((await keys("checkout 3"))[0]).toBe("launch Checkout 3");
  });

  it("finds questions by title and text, in how many services they are open, and the gravest of those", async () => {
    const [{ title = "", text = "" } = {}] = await asked();
    expect((await keys(text.split(" ").slice(0, 6).join(" ")))[0]).toBe(`question ${EDITS}`);
    const hits = await find(title);
    expect(hits[0]).toMatchObject({ kind: "question", question: EDITS });
    expect((hits[0] as Extract<Hit, { kind: "question" }>).open).toBeGreaterThanOrEqual(2);
    expect(hits.filter(({ kind }) => kind === "gap").length).toBeGreaterThan(0);
  });

  it("finds a gap by words of its service and its question, and by its ticket", async () => {
    const [{ title = "" } = {}] = await asked();
    const pair = await keys(`ledger ${title.split(" ").find((word) => word.length > 5)}`);
    expect(pair).toContain(`gap ledger/${EDITS}`);
    expect((await keys("pay-77"))[0]).toBe(`gap ledger/${EDITS}`);
    expect((await keys("https://tracker.example/PAY-77"))[0]).toBe(`gap ledger/${EDITS}`);
    for (const ofEvery of ["tracker", "https", "example"])
      expect(await keys(ofEvery)).not.toContain(`gap ledger/${EDITS}`);
  });

  it("finds nothing for nothing, and nothing of what is deleted or what only others may see", async () => {
    const invited = { email: "secret-guest@example.com", name: "Secret Guest", teams: [] };
    await invitePerson(scopeOf(payments.admin, "invitation:create"), invited, NOON);
    expect(await find("secret guest")).toEqual([]);
    for (const q of ["", "  ", "%", "qqqqqqqq"]) expect(await find(q)).toEqual([]);
    expect((await keys("ledger gone")).filter((key) => key.includes("ledger-gone"))).toEqual([]);
  });

  it("takes one statement beside the look at what is new, while nothing changes", async () => {
    await find("ledger");
    expect((await countStatements(() => find("quist"))).statements.length).toBeLessThanOrEqual(2);
  });

  it("knows a person's new name at once", async () => {
    expect(await keys("xaver")).toEqual([]);
    const scope = scopeOf(payments.admin, "person:edit", {
      kind: "person",
      id: member.person.id,
      teamId: null,
      personId: member.person.id,
    });
    await editPerson(scope, { name: "Xaver Holm" }, NOON);
    expect(await keys("xaver")).toEqual(["person Xaver Holm"]);
  });

  it.each(["read", "answer", "manage"] as const)(
    "with a token that is for %s takes the scope to read",
    async (only) => {
      const scopes = { ...payments.admin, actor: { ...payments.admin.actor, scopes: [only] } };
      if (only === "read") expect((await find("ledger", scopes)).length).toBeGreaterThan(0);
      else expect(() => scopeOf(scopes, "search:read")).toThrow();
    },
  );
});

/** The question of the gap that has a ticket. */
const asked = async () => {
  const scope = scopeOf(payments.admin, "gap:list");
  return (await loadGaps(scope, { question: EDITS }, daysLater(1))).items;
};
