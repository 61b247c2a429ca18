import { beforeAll, expect, it } from "vitest";
import { createService } from "../../commands/services/create-service";
import { editService } from "../../commands/services/edit-service";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadScorecardThen } from "../scorecard/past-service";

type Made = Awaited<ReturnType<typeof aService>>;
let first: Made;
const resources = new Map<string, Made["resource"]>();

/** A circle of three, first → b → c → first, and a leaf below the first. */
beforeAll(async () => {
  first = await aService({ name: "First" });
  resources.set("first", first.resource);
  const team = { kind: "team" as const, id: first.teamId, slug: first.teamSlug, teamId: first.teamId };
  for (const name of ["leaf", "c", "b"]) {
    const dependsOn = { leaf: [], c: [first.slug], b: ["c"] }[name] ?? [];
    const body = { name, team: first.teamSlug, tier: 2 as const, lifecycle: "live" as const, dependsOn };
    const { id, slug } = await createService(scopeOf(first.admin, "service:create", team), body, NOON);
    resources.set(name, { kind: "service", id, slug, teamId: first.teamId, deletedAt: null });
  }
  const scope = scopeOf(first.admin, "service:edit", first.resource);
  await editService(scope, { dependsOn: ["b", "leaf"] }, daysLater(1));
});

const card = (name: string, asOf?: string) => {
  const resource = resources.get(name) ?? first.resource;
  return loadScorecardThen(scopeOf(first.member, "service:read", resource), asOf, daysLater(9));
};
const circular = (services: readonly { slug: string; circular: boolean }[]) =>
  services.map(({ slug, circular: is }) => [slug, is]).sort();

it.each([
  ["now", undefined],
  ["as of an earlier day", "2026-06-20"],
])("a circle of dependencies is shown as such, and looked at once, %s", async (_, asOf) => {
  const top = await card("first", asOf);
  expect(circular(top.dependsOn)).toEqual([
    ["b", true],
    ["leaf", false],
  ]);
  expect(top.dependents.map(({ slug }) => slug)).toEqual(["c"]);
  expect(circular((await card("b", asOf)).dependsOn)).toEqual([["c", true]]);
  expect(circular((await card("leaf", asOf)).dependents)).toEqual([["first", false]]);
});

it("before it was closed there was none", async () => {
  expect(circular((await card("b", "2026-06-15")).dependsOn)).toEqual([["c", false]]);
});
