import { beforeEach, describe, expect, it } from "vitest";
import type { ServiceEdit } from "../../contracts/services";
import { loadScorecard } from "../../queries/scorecard/scorecard";
import { loadServices } from "../../queries/services/services";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { confirmAnswer } from "../answers/confirm-answer";
import { saveAnswer } from "../answers/save-answer";
import { editService } from "./edit-service";

/** Asked of everybody. */
const EVERYBODY = "simultaneous-edits-kept";
/** Asked of tiers 1 and 2 only; to be looked at again after 180 days. */
const TIER_2 = "bad-items-set-aside";
/** Asked of services tagged `payments` only. */
const PAYMENTS = "payment-taken-once";

let service: Awaited<ReturnType<typeof aService>>;
beforeEach(async () => {
  service = await aService({ tier: 2, tags: ["payments"] });
});
const save = (key: string, verdict: "yes" | "not_applicable", expectedVersion = 0, now = NOON) =>
  saveAnswer(
    scopeOf(service.member, "answer:save", service.resource),
    key,
    {
      verdict,
      reason: "because",
      expectedVersion,
    },
    now,
  );
const edit = (change: ServiceEdit, day: number) =>
  editService(
    scopeOf(service.lead, "service:edit", service.resource),
    { reason: "why", ...change },
    daysLater(day),
  );
const scorecard = (day: number) =>
  loadScorecard(scopeOf(service.member, "service:read", service.resource), daysLater(day));
const question = async (key: string, day: number) =>
  (await scorecard(day)).questions.find((each) => each.key === key);

describe("not applicable (S5)", () => {
  it.each<[string, ServiceEdit, boolean]>([
    ["a raised tier", { tier: 1 }, true],
    ["a lowered tier", { tier: 3 }, true],
    ["an added tag", { tags: ["payments", "public"] }, true],
    ["a dropped tag", { tags: [] }, true],
    ["another lifecycle", { lifecycle: "launching" }, false],
    ["another name", { name: "Till" }, false],
    ["the same tags in another order", { tags: ["payments"] }, false],
    ["the same tier", { tier: 2 }, false],
  ])("after %s is stale: %3$s", async (_, change, stale) => {
    await save(EVERYBODY, "not_applicable");
    await edit(change, 1);
    expect(await question(EVERYBODY, 1)).toMatchObject({
      verdict: "not_applicable",
      effectiveVerdict: stale ? "unclear" : "not_applicable",
      stale,
      gap: stale,
    });
    const list = await loadServices(
      scopeOf(service.member, "service:list"),
      { q: service.slug },
      daysLater(1),
    );
    expect(list.items.find((each) => each.slug === service.slug)?.stale).toBe(stale ? 1 : 0);
  });

  it("never ages by itself", async () => {
    await save(EVERYBODY, "not_applicable");
    expect(await question(EVERYBODY, 5000)).toMatchObject({ stale: false, staleAt: null });
  });

  it("confirmed after the change holds again, until the next change", async () => {
    await save(EVERYBODY, "not_applicable");
    await edit({ tier: 1 }, 1);
    const scope = scopeOf(service.member, "answer:save", service.resource);
    await confirmAnswer(scope, EVERYBODY, { expectedVersion: 1 }, daysLater(2));
    expect(await question(EVERYBODY, 3)).toMatchObject({ stale: false, effectiveVerdict: "not_applicable" });
    await edit({ tags: ["payments", "ai"] }, 4);
    expect(await question(EVERYBODY, 4)).toMatchObject({ stale: true });
  });
});

describe("a question that does not apply any more, and then again (S1, S5)", () => {
  it.each<[string, string, ServiceEdit, ServiceEdit, number]>([
    ["by tier", TIER_2, { tier: 3 }, { tier: 2 }, 180],
    ["by tag", PAYMENTS, { tags: [] }, { tags: ["payments"] }, 90],
  ])("%s keeps its old answer and its age", async (_, key, away, back, reviewAfterDays) => {
    await save(key, "yes");
    const before = await scorecard(0);
    await edit(away, 10);
    expect(await question(key, 10)).toBeUndefined();
    expect((await scorecard(10)).counts.counting).toBeLessThan(before.counts.counting);
    await expect(save(key, "yes", 1, daysLater(11))).rejects.toMatchObject({ code: "refused" });
    await edit(back, 20);
    expect(await question(key, 20)).toMatchObject({
      verdict: "yes",
      effectiveVerdict: "yes",
      version: 1,
      savedAt: NOON.toISOString(),
      staleAt: daysLater(reviewAfterDays, 1).toISOString(),
    });
    expect((await scorecard(20)).score).toBe(before.score);
    expect(await question(key, reviewAfterDays)).toMatchObject({ stale: false });
    expect(await question(key, reviewAfterDays + 1)).toMatchObject({
      stale: true,
      effectiveVerdict: "unclear",
    });
  });

  it("answered not applicable before comes back stale: the tier changed since", async () => {
    await save(TIER_2, "not_applicable");
    await edit({ tier: 3 }, 1);
    await edit({ tier: 2 }, 2);
    expect(await question(TIER_2, 2)).toMatchObject({ verdict: "not_applicable", stale: true });
  });
});
