import { describe, expect, it } from "vitest";
import { missingFromAnswer } from "../../../lib/domain/answer-rules";
import { isLinkable } from "../../../lib/domain/text";
import { LIFECYCLES, TIERS, VERDICTS } from "../../../lib/domain/vocabulary";
import { type LivedRows, livedRows } from "../../../scripts/bench/lived-rows";
import { productionReadiness } from "../../checklists/production-readiness";
import { CAST, TEAMS } from "./people";
import type { Step } from "./steps";
import { liveAll, together } from "./story";
import { workingDays } from "./working-days";

const { questions } = productionReadiness;
const WEDNESDAY = new Date("2026-11-18T14:30:00.000Z");
const same = (key: string) => key;
const ids = { service: same, team: same, person: same };

function live(now: Date, seed?: number) {
  const steps = [...liveAll(questions, now, seed)];
  // Each service comes whole, one after the other.
  const services: Step[][] = [];
  for (const step of steps) {
    if (step.kind === "added") services.push([]);
    services.at(-1)?.push(step);
  }
  return { steps, services, rows: services.map((each) => livedRows(each, questions, ids, now)) };
}
const story = live(WEDNESDAY);
const answersIn = (steps: readonly Step[]) =>
  steps.flatMap((step) =>
    step.kind === "answers" ? step.answers.map((each) => ({ ...each, at: step.at })) : [],
  );
const doneBy = (step: Step) => (step.kind === "answers" ? step.answers.map(({ by }) => by) : [step.by]);

/** Services that count on a day, and those of them that are production-ready. */
function onDay(rows: readonly LivedRows[], now: Date, daysAgo: number) {
  const end = workingDays(now)(daysAgo, 12 * 60);
  const points = rows.flatMap((each) => each.points.filter((point) => point.at <= end).at(-1) ?? []);
  const counting = points.filter((point) => point.lifecycle !== "retired");
  const ready = counting.filter((point) => point.standing === "production_ready").length;
  return { counting: counting.length, ready, share: Math.round((100 * ready) / counting.length) };
}

describe("the example portfolio", () => {
  it("is the same for the same day and seed, and another for another seed", () => {
    expect(live(new Date("2026-11-18T23:59:00.000Z")).steps).toEqual(story.steps);
    expect(live(WEDNESDAY, 7).steps).not.toEqual(story.steps);
  });

  it("is the same story, to the minute, a week later", () => {
    const later = live(new Date(WEDNESDAY.getTime() + 7 * 86_400_000));
    const minutes = (of: typeof story, now: Date) =>
      of.steps.map((step) => now.getTime() - step.at.getTime());
    expect(minutes(later, new Date("2026-11-25T00:00:00Z"))).toEqual(
      minutes(story, new Date("2026-11-18T00:00:00Z")),
    );
  });

  it("has six teams, two dozen services, every tier, every lifecycle and every verdict", () => {
    expect(Object.keys(TEAMS)).toHaveLength(6);
    expect(story.services).toHaveLength(25);
    const facts = story.rows.map((each) => each.facts.at(-1));
    expect(new Set(facts.map((each) => each?.tier))).toEqual(new Set(TIERS));
    expect(new Set(facts.map((each) => each?.lifecycle))).toEqual(new Set(LIFECYCLES));
    const said = story.rows.flatMap((each) => each.answers.map((answer) => answer.verdict));
    expect(new Set(said)).toEqual(new Set(VERDICTS));
    expect(new Set(story.rows.map((each) => each.points.at(-1)?.standing))).toEqual(
      new Set(["production_ready", "working", "unassessed"]),
    );
  });

  it.each([15, 16, 17, 18, 19, 20, 21, 22])(
    "goes from 8 to 38 percent ready with one dip, when today is %d November",
    (day) => {
      const now = new Date(`2026-11-${day}T05:00:00.000Z`);
      const { rows } = live(now);
      expect(onDay(rows, now, 180)).toEqual({ counting: 12, ready: 1, share: 8 });
      expect(onDay(rows, now, 95).share).toBeGreaterThanOrEqual(30);
      expect(onDay(rows, now, 70).share).toBeLessThan(25);
      expect(onDay(rows, now, 0)).toEqual({ counting: 24, ready: 9, share: 38 });
    },
  );

  it("has a team that never answered, one that its lead left, and is told about every cause", () => {
    const entries = (team: string) =>
      story.rows
        .filter((each) => each.facts.at(-1)?.teamId === team)
        .reduce((sum, each) => sum + each.entries.length, 0);
    expect(entries("insights")).toBe(0);
    const here = CAST.filter((each) => each.team === "delivery" && each.until === undefined);
    expect(here.map((each) => each.role)).toEqual(["member"]);
    expect(CAST.filter((each) => each.until !== undefined).map((each) => each.key)).toEqual(["bjorn"]);
    const causes = new Set(story.rows.flatMap((each) => each.points.map((point) => point.cause)));
    expect(causes).toEqual(new Set(["created", "answer", "facts", "ageing"]));
  });

  it("raises a tier, moves a service, launches after improvement, and retires", () => {
    const changes = (key: string) => story.rows.find((each) => each.id === key)?.facts ?? [];
    expect(changes("basket").map((each) => each.tier)).toContain(1);
    expect(changes("returns").map((each) => each.teamId)).toEqual(["storefront", "delivery"]);
    expect(changes("giftcards").map((each) => each.lifecycle)).toEqual(
      expect.arrayContaining(["building", "launching", "live"]),
    );
    expect(changes("legacy").at(-1)?.lifecycle).toBe("retired");
    const gift = story.rows.find((each) => each.id === "giftcards")?.points ?? [];
    const scoreAs = (lifecycle: string) => gift.find((point) => point.lifecycle === lifecycle)?.score ?? 0;
    expect(scoreAs("live")).toBeGreaterThan(scoreAs("launching"));
    expect(scoreAs("launching")).toBeGreaterThan(scoreAs("building"));
  });

  it("shows answers that grew old, blockers, and a question that was not looked at for long", () => {
    const now = story.rows.flatMap((each) => each.points.at(-1) ?? []);
    expect(now.filter(({ stale }) => stale > 0).length).toBeGreaterThanOrEqual(3);
    expect(now.filter(({ blockers }) => blockers > 0).length).toBeGreaterThanOrEqual(5);
  });

  it("plans gaps with owners: some done, some overdue, some to come", () => {
    const today = WEDNESDAY.toISOString().slice(0, 10);
    const all = story.rows.flatMap((each) => each.plans);
    const open = all.filter((plan) => plan.state !== "done");
    expect(all.length - open.length).toBeGreaterThan(20);
    expect(open.filter((plan) => (plan.dueOn ?? "") < today).length).toBeGreaterThan(5);
    expect(open.filter((plan) => (plan.dueOn ?? "") > today).length).toBeGreaterThan(5);
    expect(open.every((plan) => plan.ownerId !== null)).toBe(true);
  });

  it("writes nothing that the product would refuse: reasons, evidence, links, people who were there", () => {
    const byKey = new Map(questions.map((question) => [question.key, question]));
    const people = new Map(CAST.map((each) => [each.key, each]));
    const days = workingDays(WEDNESDAY);
    for (const step of story.steps) {
      for (const by of doneBy(step)) {
        const person = people.get(by);
        expect(days(person?.from ?? 0).getTime()).toBeLessThan(step.at.getTime());
        expect(days((person?.until ?? 0) - 1).getTime()).toBeGreaterThan(step.at.getTime());
      }
    }
    for (const answer of answersIn(story.steps)) {
      const question = byKey.get(answer.question);
      expect(missingFromAnswer(answer, { critical: question?.critical ?? true })).toEqual([]);
      expect(answer.reason).toMatch(/^[^{}]+[.!]$/);
      for (const { label, url } of answer.evidence) {
        expect(label).toMatch(/^[^{}]+$/);
        expect([isLinkable(url), /^https:\/\/\w+\.example\.com\//.test(url)]).toEqual([true, true]);
      }
    }
  });

  it("happens in order, on working days, before today", () => {
    for (const steps of story.services) {
      const times = steps.map((step) => step.at.getTime());
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(Date.parse("2026-11-18T00:00:00Z"));
      expect(steps.filter((step) => [0, 6].includes(step.at.getUTCDay()))).toEqual([]);
    }
  });

  it("never says the same sentence often: reasons vary", () => {
    const reasons = story.rows.flatMap((each) => each.answers.map((answer) => answer.reason));
    expect(new Set(reasons).size).toBeGreaterThan(reasons.length / 3);
  });
});

describe("the story of all services together", () => {
  it("has everything once, oldest first, all looks of an hour as one step", () => {
    const steps = together(story.steps);
    const times = steps.map((step) => step.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const said = (of: readonly Step[]) =>
      answersIn(of)
        .map(({ at, service, question }) => `${at.toISOString()} ${service} ${question}`)
        .sort();
    expect(said(steps)).toEqual(said(story.steps));
    const looks = (of: readonly Step[]) => of.filter((step) => step.kind === "answers").length;
    expect(looks(steps)).toBeLessThan(looks(story.steps) / 2);
    expect([...new Set(said(steps))]).toEqual(said(steps));
  });
});
