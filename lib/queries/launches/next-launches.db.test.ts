import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "../../auth/viewer";
import { disposeOfGap } from "../../commands/launches/dispose-of-gap";
import { noteOutcomes } from "../../jobs/note-outcomes";
import { countStatements } from "../../testing/count-statements";
import { aPerson, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch, decide, type LaunchInTest, launchScope, look } from "../../testing/launches";
import { loadLaunches } from "./launches";
import { loadNextLaunches } from "./next-launches";

let first: LaunchInTest;
let second: LaunchInTest;
const load = async (choice: object, now: Date, most = 5, who?: Viewer) =>
  loadNextLaunches(scopeOf(who ?? (await aPerson()), "launch:list"), choice, most, now);

beforeAll(async () => {
  const viewer = scopeOf(await aPerson(), "launch:list");
  const { statements } = await countStatements(() => loadNextLaunches(viewer, {}, 5, daysLater(-2)));
  // Where there is no launch: the look at what is new may come as several, the first time.
  expect(statements.filter((sql) => sql.includes('"Launch"'))).toHaveLength(1);
  first = await aLaunch({ name: "Checkout", tier: 4 });
  second = await aLaunch({ name: "Ledger", tier: 3 });
});

it("are those of the services that filters choose, as many as are asked for", async () => {
  const ids = async (choice: object, most?: number) =>
    (await load(choice, daysLater(0, 1), most)).items.map(({ id }) => id);
  expect((await ids({})).sort()).toEqual([first.id, second.id].sort());
  expect(await ids({ tier: ["3"] })).toEqual([second.id]);
  expect(await ids({ q: "checkout" })).toEqual([first.id]);
  expect(await ids({ tier: ["1"] })).toEqual([]);
  expect(await load({}, daysLater(0, 1), 1)).toMatchObject({ items: [{}], total: 2 });
});

it("are found by words of their title and of their services", async () => {
  const scope = scopeOf(await aPerson(), "launch:list");
  const ids = async (q: string) =>
    (await loadLaunches(scope, { q }, daysLater(0, 1))).items.map(({ id }) => id);
  const [{ title = "" } = {}] = (await loadLaunches(scope, { q: "ledger" }, daysLater(0, 1))).items;
  expect(await ids("LEDG")).toEqual([second.id]);
  expect(await ids(title.toUpperCase())).toContain(second.id);
  expect(await ids("check ledger")).toEqual([second.id]);
  expect(await ids("ledg_r")).toEqual([]);
});

it("wait for whoever can do any of what is missing, not only the first of it", async () => {
  const { service } = second;
  const waits = async (who: Viewer) =>
    (await load({ tier: ["3"] }, daysLater(0, 2), 5, who)).items.map(({ next, waitsForMe }) => [
      next?.what,
      waitsForMe,
    ]);
  expect(await waits(service.lead)).toEqual([["dispose", false]]);
  const scope = await launchScope(second.id, service.member, "launch:dispose");
  const [question = ""] = second.blockers;
  const owner = service.lead.person.id;
  const gap = { service: service.slug, question };
  await disposeOfGap(scope, { ...gap, kind: "fix_before", owner, dueOn: "2026-06-20" }, daysLater(0, 1));
  expect(await waits(service.lead)).toEqual([["dispose", true]]);
});

it("say what became of their outcomes lately, and not of one that was closed", async () => {
  await first.answerAll("yes", daysLater(0, 2));
  await decide(first, "engineering", "go", (await look(first, daysLater(0, 3))).revision, daysLater(0, 4));
  await first.answer(first.blockers[0] ?? "", "no", daysLater(1));
  await noteOutcomes(daysLater(2));
  const { items, moved } = await load({ tier: ["4"] }, daysLater(2, 1));
  expect(items).toMatchObject([{ outcome: "pending", undisposed: 1, next: { what: "dispose" } }]);
  expect(moved).toEqual({ [first.id]: { from: "go", to: "pending", at: daysLater(1).toISOString() } });
  expect((await load({ tier: ["4"] }, daysLater(16))).moved).toEqual({});
  await first.close({ as: "called_off" }, daysLater(3));
  expect((await load({}, daysLater(3, 1))).items.map(({ id }) => id)).toEqual([second.id]);
});
