import { describe, expect, it } from "vitest";
import { productionReadiness } from "../../../prisma/checklists/production-readiness";
import { missingFromAnswer } from "../answer-rules";
import { isLinkable } from "../text";
import { LIFECYCLES, TIERS, VERDICTS } from "../vocabulary";
import { examplePortfolio } from "./example-portfolio";
import { type Ids, replay, type ServiceRows } from "./replay";
import { workingDays } from "./working-days";

const { questions } = productionReadiness;
const WEDNESDAY = new Date("2026-11-18T14:30:00.000Z");
const same = (key: string) => key;
const ids: Ids = { service: same, team: same, person: same };

function live(now: Date, seed?: number) {
  const portfolio = examplePortfolio(questions, now, seed);
  const services = [...portfolio.services];
  return { ...portfolio, services, rows: services.map((each) => replay(each, questions, ids, now)) };
}
const story = live(WEDNESDAY);

/** Services that count on a day, and those of them that are production-ready. */
function onDay(rows: readonly ServiceRows[], now: Date, daysAgo: number) {
  const end = workingDays(now)(daysAgo, 12 * 60);
  const points = rows.flatMap((each) => each.points.filter((point) => point.at <= end).at(-1) ?? []);
  const counting = points.filter((point) => point.lifecycle !== "retired");
  const ready = counting.filter((point) => point.standing === "production_ready").length;
  return { counting: counting.length, ready, share: Math.round((100 * ready) / counting.length) };
}

describe("the example portfolio", () => {
  it("is the same for the same day and seed, and another for another seed", () => {
    expect(live(new Date("2026-11-18T23:59:00.000Z")).services).toEqual(story.services);
    expect(live(WEDNESDAY, 7).services).not.toEqual(story.services);
  });

  it("is the same story, to the minute, a week later", () => {
    const later = live(new Date(WEDNESDAY.getTime() + 7 * 86_400_000));
    const minutes = (of: typeof story, now: Date) =>
      of.services.map((each) => each.events.map((event) => now.getTime() - event.at.getTime()));
    expect(minutes(later, new Date("2026-11-25T00:00:00Z"))).toEqual(
      minutes(story, new Date("2026-11-18T00:00:00Z")),
    );
  });

  it("has six teams, two dozen services, every tier, every lifecycle and every verdict", () => {
    expect(story.teams).toHaveLength(6);
    expect(story.services).toHaveLength(25);
    const facts = story.rows.map((each) => each.facts.at(-1));
    expect(new Set(facts.map((each) => each?.tier))).toEqual(new Set(TIERS));
    expect(new Set(facts.map((each) => each?.lifecycle))).toEqual(new Set(LIFECYCLES));
    const said = story.rows.flatMap((each) => each.answers.map((answer) => answer.verdict));
    expect(new Set(said)).toEqual(new Set(VERDICTS));
    expect(new Set(story.rows.map((each) => each.state.standing))).toEqual(
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
      expect(onDay(rows, now, 70).share).toBeLessThanOrEqual(20);
      expect(onDay(rows, now, 0)).toEqual({ counting: 24, ready: 9, share: 38 });
    },
  );

  it("has a team that never answered, one without a lead, and one that was told about every cause", () => {
    const entries = (team: string) =>
      story.rows
        .filter((each) => each.facts.at(-1)?.teamId === team)
        .reduce((sum, each) => sum + each.entries.length, 0);
    expect(entries("insights")).toBe(0);
    expect(story.teams.find((team) => team.key === "delivery")?.members.map((each) => each.role)).toEqual([
      "member",
    ]);
    expect(story.people.filter((person) => person.disabledAt !== null).map((person) => person.key)).toEqual([
      "bjorn",
    ]);
    const causes = new Set(story.rows.flatMap((each) => each.points.map((point) => point.cause)));
    expect(causes).toEqual(new Set(["created", "answer", "facts", "ageing"]));
  });

  it("raises a tier, launches after improvement, and retires", () => {
    const changes = (key: string) => story.rows.find((each) => each.id === key)?.facts ?? [];
    expect(changes("basket").map((each) => each.tier)).toContain(1);
    expect(changes("giftcards").map((each) => each.lifecycle)).toEqual(
      expect.arrayContaining(["building", "launching", "live"]),
    );
    expect(changes("legacy").at(-1)?.lifecycle).toBe("retired");
    const gift = story.rows.find((each) => each.id === "giftcards")?.points ?? [];
    const scoreAs = (lifecycle: string) => gift.find((point) => point.lifecycle === lifecycle)?.score ?? 0;
    expect(scoreAs("live")).toBeGreaterThan(scoreAs("launching"));
    expect(scoreAs("launching")).toBeGreaterThan(scoreAs("building"));
  });

  it("plans gaps with owners: some done, some overdue, some to come", () => {
    const today = WEDNESDAY.toISOString().slice(0, 10);
    const open = story.services.flatMap((each) => each.plans).filter((plan) => plan.state !== "done");
    const all = story.services.flatMap((each) => each.plans);
    expect(all.length - open.length).toBeGreaterThan(20);
    expect(open.filter((plan) => (plan.dueOn ?? "") < today).length).toBeGreaterThan(5);
    expect(open.filter((plan) => (plan.dueOn ?? "") > today).length).toBeGreaterThan(5);
  });

  it("writes nothing that the product would refuse: reasons, evidence, links, people who were there", () => {
    const byKey = new Map(questions.map((question) => [question.key, question]));
    const people = new Map(story.people.map((person) => [person.key, person]));
    for (const { events } of story.services) {
      for (const event of events) {
        const person = people.get(event.by);
        expect(person?.createdAt.getTime()).toBeLessThan(event.at.getTime());
        expect(person?.disabledAt?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(event.at.getTime());
        if (event.kind === "facts") continue;
        const question = byKey.get(event.question);
        expect(missingFromAnswer(event, { critical: question?.critical ?? true })).toEqual([]);
        expect(event.reason).toMatch(/^[^{}]+[.!]$/);
        for (const { label, url } of event.evidence) {
          expect(label).toMatch(/^[^{}]+$/);
          expect([isLinkable(url), /^https:\/\/\w+\.example\.com\//.test(url)]).toEqual([true, true]);
        }
      }
    }
  });

  it("happens in order, on working days, before today", () => {
    for (const { events } of story.services) {
      const times = events.map((event) => event.at.getTime());
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(Date.parse("2026-11-18T00:00:00Z"));
      expect(events.filter((event) => [0, 6].includes(event.at.getUTCDay()))).toEqual([]);
    }
  });

  it("never says the same sentence often: reasons vary", () => {
    const reasons = story.rows.flatMap((each) => each.answers.map((answer) => answer.reason));
    expect(new Set(reasons).size).toBeGreaterThan(reasons.length / 3);
  });
});
