import { beforeAll, expect, it } from "vitest";
import { createTeam } from "../../commands/teams/create-team";
import { countStatements } from "../../testing/count-statements";
import { aPerson, NOON, scopeOf } from "../../testing/factories";
import { loadTeamPage } from "./teams";

const NAMES = ["Ärger", "alpha", "Beta", "beta", "Gamma 🚀", "δέλτα", "_under", "zeta"];
let admin: Awaited<ReturnType<typeof aPerson>>;

beforeAll(async () => {
  admin = await aPerson({ admin: true });
  for (const name of NAMES) await createTeam(scopeOf(admin, "team:create"), { name }, NOON);
});
const page = (limit: number, cursor?: string) =>
  loadTeamPage(scopeOf(admin, "team:list"), { limit, ...(cursor ? { cursor } : {}) });

it("shows every team once, page by page, in one order", async () => {
  const whole = await page(50);
  expect(whole.nextCursor).toBeNull();
  expect(whole.items.map((team) => team.name).sort()).toEqual(NAMES.toSorted());
  const seen = [];
  let cursor: string | null = null;
  do {
    const next: Awaited<ReturnType<typeof page>> = await page(3, cursor ?? undefined);
    expect(next.items.length).toBeLessThanOrEqual(3);
    seen.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor);
  expect(seen).toEqual(whole.items);
});

it("refuses a cursor of somebody's own making", async () => {
  await expect(page(3, "x")).rejects.toMatchObject({ code: "invalid_input" });
});

it("costs no more statements for more teams", async () => {
  const [few, many] = [await countStatements(() => page(2)), await countStatements(() => page(8))];
  expect(many.statements).toHaveLength(few.statements.length);
});
