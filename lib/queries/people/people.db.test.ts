import { beforeAll, describe, expect, it } from "vitest";
import type { PeopleFilters } from "../../contracts/people";
import { db } from "../../db/client";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aTeam, NOON, type SignedIn, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { loadPeople, loadPeopleChoice } from "./people";

/** In the order that they are listed in. */
const NAMES = ["ana", "Anna", "Anna 100%", "Änna Müller", "Ben", "李雯", "🚀 Zoë"];
/** Who is there besides: the viewer, and the admins who made the teams. */
const OTHERS = ["Viewer", "Ana Kirsch"];

let viewer: SignedIn;
let team: Awaited<ReturnType<typeof aTeam>>;
beforeAll(async () => {
  viewer = await aPerson({ name: "Viewer", admin: true });
  team = await aTeam("Payments");
  const other = await aTeam("Archive");
  for (const name of [...NAMES].reverse()) await aPerson({ name });
  const set = (name: string, data: object) => db().person.updateMany({ where: { name }, data });
  await set("Ben", { disabledAt: NOON });
  await set("Anna", { executive: true, email: "a_nna@example.org" });
  const { id: personId } = await db().person.findFirstOrThrow({ where: { name: "Anna" } });
  await db().membership.createMany({
    data: [
      { personId, teamId: team.id, role: "lead" },
      { personId, teamId: other.id, role: "member" },
    ],
  });
});

const load = (filters: PeopleFilters = {}) => loadPeople(scopeOf(viewer, "person:list"), filters);
const names = async (filters: PeopleFilters) =>
  (await load(filters)).items.map((each) => each.name).filter((name) => !OTHERS.includes(name));

describe("the list of people", () => {
  it("is by name, capitals and accents beside the plain ones, in one statement", async () => {
    const { result, statements } = await countStatements(() => load());
    expect(statements).toHaveLength(1);
    expect(result.nextCursor).toBeNull();
    const listed = result.items.map((each) => each.name);
    expect(listed.filter((name) => !OTHERS.includes(name))).toEqual(NAMES);
  });

  it("says of each person what they may, and their teams with roles", async () => {
    const { items } = await load({ q: "a_nna@" });
    expect(items).toMatchObject([
      {
        name: "Anna",
        executive: true,
        admin: false,
        disabled: false,
        example: false,
        version: 1,
        teams: [
          { team: "archive", role: "member" },
          { team: team.slug, role: "lead" },
        ],
      },
    ]);
    expect(Object.keys(items[0] ?? {})).not.toContain("passwordHash");
  });

  it.each<[string, PeopleFilters, string[]]>([
    ["part of a name, whatever its case", { q: "ANNA" }, ["Anna", "Anna 100%"]],
    ["a percent sign means itself", { q: "100%" }, ["Anna 100%"]],
    ["so does an underscore", { q: "a_nna" }, ["Anna"]],
    ["another script", { q: "李" }, ["李雯"]],
    ["nothing like it", { q: "no such" }, []],
    ["a team", { team: ["payments"] }, ["Anna"]],
    ["a team that is not there", { team: ["no-such"] }, []],
    ["executives", { rights: "executive" }, ["Anna"]],
    ["disabled", { state: "disabled" }, ["Ben"]],
    ["enabled, narrowed", { state: "enabled", q: "ben" }, []],
  ])("filtered by %s", async (_, filters, expected) => {
    expect((await names(filters)).sort()).toEqual([...expected].sort());
  });

  it("a choice of people says who chooses and whose teams they are on, in one statement", async () => {
    const { result, statements } = await countStatements(() =>
      loadPeopleChoice(scopeOf(viewer, "person:list")),
    );
    expect(statements).toHaveLength(1);
    expect(result.filter(({ me }) => me).map(({ name }) => name)).toEqual(["Viewer"]);
    expect(result.find(({ name }) => name === "Anna")?.teams).toEqual(["archive", team.slug]);
    expect(result.find(({ name }) => name === "ana")?.teams).toEqual([]);
    expect(result.some(({ name }) => name === "Ben")).toBe(false);
  });

  it("pages by key: every person once, in the order of one page", async () => {
    await aPerson({ name: "Ben" });
    const all = (await load({ limit: 1000 })).items.map((each) => each.id);
    const seen: string[] = [];
    for (let cursor: string | undefined, n = 0; n === 0 || cursor; n += 1) {
      const page = await load({ limit: 2, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((each) => each.id));
      cursor = page.nextCursor ?? undefined;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(NAMES.length);
  });

  it("of 1,200 people a choice offers a thousand at once", async () => {
    const data = Array.from({ length: 1200 }, (_, n) => {
      const id = crypto.randomUUID();
      return { id, email: `${id}@example.com`, name: `Somebody ${n}`, createdAt: NOON };
    });
    await db().person.createMany({ data });
    const first = await load({ limit: 1000, q: "somebody" });
    const second = await load({ limit: 1000, q: "somebody", cursor: first.nextCursor ?? "" });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([1000, 200, null]);
    await db().person.deleteMany({ where: { name: { startsWith: "Somebody" } } });
  });

  it.each(["limit=0", "limit=1001", "limit=x", "cursor=nonsense", "rights=king", "state=", "nonsense=1"])(
    "%s is refused",
    async (query) => {
      const as = await signedIn(await aPerson());
      expect(await send("listPeople", { as, query })).toMatchObject({ status: 400 });
    },
  );
});

describe("one person", () => {
  it.each([["me"], [null]])("by %s", async (given) => {
    const me = await aPerson({ name: "Myself" });
    const as = await signedIn(me);
    const reply = await send("loadPerson", { as, params: { person: given ?? me.person.id } });
    expect(reply).toMatchObject({ status: 200, body: { id: me.person.id, name: "Myself", teams: [] } });
  });

  it.each(["no-such", crypto.randomUUID(), "-".repeat(36)])("%s is not found", async (person) => {
    const as = await signedIn(await aPerson());
    expect(await send("loadPerson", { as, params: { person } })).toMatchObject({ status: 404 });
  });
});
