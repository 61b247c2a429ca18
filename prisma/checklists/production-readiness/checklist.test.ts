import { describe, expect, it } from "vitest";
import { applies } from "../../../lib/domain/applies";
import type { Question } from "../../../lib/domain/checklist";
import { CHECKLIST_LIMITS } from "../../../lib/domain/checklist-draft";
import { codePoints, isBlank, isStorable } from "../../../lib/domain/text";
import { ABILITIES, AREAS, CHECKLIST_TAGS, COSTS, TIERS, type Tier } from "../../../lib/domain/vocabulary";
import { productionReadiness } from "./index";

const { questions } = productionReadiness;
const PROSE = ["text", "why", "convincing", "howToFix"] as const;

const asked = (tier: Tier, tags: readonly string[] = []) =>
  questions.filter((q) => applies(q, { tier, tags }));
const rates = (of: readonly Question[]) =>
  of.flatMap((q) => q.costs).reduce((sum, cost) => sum + cost.incidentsPerYear, 0);
const duplicates = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);
const countOf = (tier: Tier, tags: readonly string[] = []) => asked(tier, tags).length;

describe("the default checklist as a whole", () => {
  it("has its identity, which the database stores", () => {
    expect(productionReadiness).toMatchObject({
      key: "production-readiness",
      name: "Production readiness",
      version: 1,
    });
  });

  it("covers the ten areas in their fixed order", () => {
    const order = questions.map((q) => q.area).filter((area, i, all) => area !== all[i - 1]);
    expect(order).toEqual(AREAS);
  });

  it.each(AREAS)(
    "keeps every question of %s in the file of that name, the simplest one first",
    async (area) => {
      const path = `./${area.replaceAll("_", "-")}.ts`;
      const file = (await import(/* @vite-ignore */ path)) as { questions: readonly Question[] };
      expect(file.questions).toEqual(questions.filter((q) => q.area === area));
      expect(file.questions.map((q) => q.upToTier)).toEqual(
        file.questions.map((q) => q.upToTier).sort((a, b) => b - a),
      );
      expect(file.questions.filter((q) => q.upToTier === 4)).toEqual([file.questions[0]]);
    },
  );

  it("is about 55 questions long", () => {
    expect(questions.length).toBeGreaterThanOrEqual(53);
    expect(questions.length).toBeLessThanOrEqual(57);
  });

  it("asks more of a service the more depends on it", () => {
    expect(countOf(4)).toBe(10);
    expect(countOf(4, CHECKLIST_TAGS)).toBe(10);
    for (const [tier, about] of [
      [3, 25],
      [2, 40],
    ] as const) {
      expect(Math.abs(countOf(tier, CHECKLIST_TAGS) - about)).toBeLessThanOrEqual(3);
      expect(countOf(tier)).toBeLessThan(countOf(tier, CHECKLIST_TAGS));
      expect(countOf(tier)).toBeGreaterThanOrEqual(about - 8);
    }
    expect(asked(1, CHECKLIST_TAGS)).toEqual(questions);
    expect(countOf(1)).toBe(questions.filter((q) => q.tags.length === 0).length);
  });

  it("asks an untagged service of every tier something in every area", () => {
    for (const tier of TIERS) expect(new Set(asked(tier).map((q) => q.area)).size).toBe(AREAS.length);
  });

  it("has about a dozen critical questions, heavy ones, spread over the areas", () => {
    const critical = questions.filter((q) => q.critical);
    expect(critical.length).toBeGreaterThanOrEqual(10);
    expect(critical.length).toBeLessThanOrEqual(14);
    expect(new Set(critical.map((q) => q.area)).size).toBeGreaterThanOrEqual(8);
    expect(critical.filter((q) => q.weight < 4)).toEqual([]);
  });

  it("uses every tag that it knows, and no other", () => {
    const used = new Set(questions.flatMap((q) => q.tags));
    expect([...used].sort()).toEqual([...CHECKLIST_TAGS].sort());
  });

  it.each(ABILITIES)("can prove %s, for a standard service too", (ability) => {
    const naming = questions.filter((q) => q.ability === ability);
    expect(naming.length).toBeGreaterThanOrEqual(3);
    expect(naming.filter((q) => q.upToTier >= 3 && q.tags.length === 0).length).toBeGreaterThanOrEqual(1);
  });

  it.each(COSTS)("files expected incidents under %s", (cost) => {
    expect(questions.filter((q) => q.costs.some((c) => c.cost === cost)).length).toBeGreaterThanOrEqual(2);
  });

  it("expects a believable number of incidents from a critical service with everything open", () => {
    expect(rates(asked(1, CHECKLIST_TAGS))).toBeGreaterThanOrEqual(20);
    expect(rates(asked(1, CHECKLIST_TAGS))).toBeLessThanOrEqual(60);
    expect(rates(asked(1))).toBeGreaterThanOrEqual(20);
    for (const area of AREAS) expect(rates(questions.filter((q) => q.area === area))).toBeLessThanOrEqual(10);
  });

  it("says nothing twice", () => {
    for (const field of ["key", "title", ...PROSE] as const) {
      expect(duplicates(questions.map((q) => (q[field] ?? "").toLowerCase()))).toEqual([]);
    }
    expect(duplicates(questions.flatMap((q) => q.costs).map((c) => c.because.toLowerCase()))).toEqual([]);
  });
});

describe.each(questions.map((q) => [q.key, q] as const))("%s", (_key, q) => {
  it("has a kebab-case key of at most 40 characters", () => {
    expect(q.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(q.key.length).toBeLessThanOrEqual(40);
  });

  it("is called what the fix would be on a ticket", () => {
    const title = q.title ?? "";
    expect(codePoints(title)).toBeLessThanOrEqual(CHECKLIST_LIMITS.title);
    expect(title).toMatch(/^[A-Z][^.?!:;]*[a-z]$/);
    expect(title.split(" ").length).toBeGreaterThanOrEqual(3);
  });

  it("states in one short sentence what holds", () => {
    expect(codePoints(q.text)).toBeLessThanOrEqual(140);
    expect(q.text).toMatch(/^[A-Z][^.?!]*\.$/);
  });

  it("says why, what would convince and how to fix it, in plain sentences", () => {
    for (const field of PROSE) {
      const prose = q[field];
      expect(isBlank(prose)).toBe(false);
      expect(isStorable(prose)).toBe(true);
      expect(prose).toBe(prose.trim());
      expect(prose).toMatch(/[.?]$/);
      expect(prose).not.toMatch(/\b(you|your|yours|failing)\b/i);
    }
  });

  it("weighs, ages and costs within the agreed limits", () => {
    expect([1, 2, 3, 4, 5]).toContain(q.weight);
    expect(TIERS).toContain(q.upToTier);
    expect(q.reviewAfterDays).toBeGreaterThanOrEqual(90);
    expect(q.reviewAfterDays).toBeLessThanOrEqual(365);
    expect(q.effortDays).toBeGreaterThanOrEqual(0.25);
    expect(q.effortDays).toBeLessThanOrEqual(10);
  });

  it("leads to one to three costs, each with a rate and a reason for it", () => {
    expect(q.costs.length).toBeGreaterThanOrEqual(1);
    expect(q.costs.length).toBeLessThanOrEqual(3);
    expect(duplicates(q.costs.map((c) => c.cost))).toEqual([]);
    for (const { incidentsPerYear, because } of q.costs) {
      expect(incidentsPerYear).toBeGreaterThanOrEqual(0.05);
      expect(incidentsPerYear).toBeLessThanOrEqual(2);
      expect(because).toMatch(/^\S.*[^\s.]$/);
    }
  });
});
