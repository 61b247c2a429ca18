import { expect, it, vi } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { countStatements } from "../../testing/count-statements";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadServices, loadSummary } from "./services";

/** What React does while it renders a page: one result for the same arguments. */
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: <T>(load: (key: unknown) => T) => {
    const known = new Map<unknown, T>();
    return (key: unknown) => {
      if (!known.has(key)) known.set(key, load(key));
      return known.get(key);
    };
  },
}));

it("a page computes what aged once for its list and its summary, and reads no texts for it", async () => {
  const service = await aService();
  const save = scopeOf(service.member, "answer:save", service.resource);
  await saveAnswer(save, "we-know-first", { verdict: "yes", reason: "seen", expectedVersion: 0 }, NOON);
  const scope = scopeOf(service.admin, "service:list");
  const now = daysLater(400);
  const { result, statements } = await countStatements(() =>
    Promise.all([loadServices(scope, {}, now), loadSummary(scope, {}, now)]),
  );
  const [{ items }, summary] = result;
  expect([items[0]?.stale, summary.stale]).toEqual([1, 1]);
  const answers = statements.filter((sql) => sql.includes('FROM "Answer"'));
  expect(answers).toHaveLength(1);
  expect(answers[0]).not.toMatch(/"(reason|evidence|savedById)"/);
  const asked = statements.filter((sql) => !sql.startsWith("SET "));
  expect(asked, asked.join("\n\n")).toHaveLength(4);
});
