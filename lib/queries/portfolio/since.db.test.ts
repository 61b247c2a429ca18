import { beforeAll, describe, expect, it } from "vitest";
import type { ServiceResource } from "../../auth/resources";
import { saveAnswer } from "../../commands/answers/save-answer";
import { createService } from "../../commands/services/create-service";
import { deleteService } from "../../commands/services/delete-service";
import { editService } from "../../commands/services/edit-service";
import type { PortfolioFilters, Since } from "../../contracts/portfolio";
import type { ServiceNew } from "../../contracts/services";
import { db } from "../../db/client";
import { ageServices } from "../../jobs/age-services";
import { aPerson, aTeam, daysLater, NOON, scopeOf } from "../../testing/factories";
import { openQuestions } from "../../testing/fold";
import { naivePoint, naiveServices, rounded } from "../../testing/naive-portfolio";
import { ask, grant } from "../../testing/waivers";
import { loadPortfolio } from "./portfolio";

// Of 40 days the first ten lie more than a month back: 25 July is compared with the end of 25 June.
const NOW = daysLater(40);
let team: Awaited<ReturnType<typeof aTeam>>;
const made: Record<string, ServiceResource> = {};

async function add(name: string, day: number, some: Partial<ServiceNew> = {}): Promise<ServiceResource> {
  const body: ServiceNew = { name, team: team.slug, tier: 4, lifecycle: "live", ...some };
  const scope = scopeOf(team.admin, "service:create", team.resource);
  const { id, slug } = await createService(scope, body, daysLater(day));
  const resource: ServiceResource = { kind: "service", id, slug, teamId: team.id, deletedAt: null };
  made[name] = resource;
  return resource;
}
/** Answers every question of a service. */
async function answerAll(service: ServiceResource, day: number) {
  for (const questionKey of await openQuestions(service.id)) await answer(service, questionKey, "yes", day);
}
async function answer(service: ServiceResource, question: string, verdict: "yes" | "no", day: number) {
  const there = await db().answer.findUnique({
    where: { serviceId_questionKey: { serviceId: service.id, questionKey: question } },
  });
  const body = { verdict, reason: "It is so.", expectedVersion: there?.version ?? 0 };
  await saveAnswer(scopeOf(team.admin, "answer:save", service), question, body, daysLater(day));
}
const QUESTION = "simultaneous-edits-kept";
const edit = (name: string) => scopeOf(team.admin, "service:edit", made[name] as ServiceResource);
async function since(filters: PortfolioFilters = {}): Promise<Since> {
  const found = (await loadPortfolio(scopeOf(team.admin, "portfolio:read"), filters, NOW)).since;
  if (!found) throw new RangeError("there were services then");
  return found;
}
const names = (list: { services: { name: string }[] }) => list.services.map((each) => each.name);

beforeAll(async () => {
  team = await aTeam();
  await db().organisation.create({
    data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: NOON },
  });
  await add("Stays as it is", 1);
  await answerAll(await add("Became ready", 2), 20);
  const fell = await add("An answer turned to no", 2);
  await answerAll(fell, 3);
  await answer(fell, QUESTION, "no", 20);
  await answerAll(await add("Went stale", 1), 1);
  const facts = await add("Became critical", 2);
  await answerAll(facts, 4);
  await editService(edit("Became critical"), { tier: 1 }, daysLater(25));
  await answerAll(await add("Came ready", 30), 31);
  await answerAll(await add("Was ready, then retired", 2), 3);
  await editService(edit("Was ready, then retired"), { lifecycle: "retired" }, daysLater(22));
  await add("Deleted since", 2);
  await deleteService(
    scopeOf(team.admin, "service:delete", made["Deleted since"] as ServiceResource),
    daysLater(22),
  );
  await add("Deleted before", 2);
  await deleteService(
    scopeOf(team.admin, "service:delete", made["Deleted before"] as ServiceResource),
    daysLater(5),
  );
  await ageServices(NOW);
});

describe("what is different from a month before", () => {
  it("counts what came, left, became ready and fell back, and says which", async () => {
    const found = await since();
    expect(found).toMatchObject({ day: "2026-06-25", added: 1, left: 2 });
    expect(names(found.becameReady)).toEqual(["Became ready", "Came ready"]);
    expect(found.becameReady).toMatchObject({ count: 2, causes: [{ cause: "answer", count: 2 }] });
    expect(found.fellBack.services.map(({ name, cause }) => [name, cause])).toEqual([
      ["An answer turned to no", "answer"],
      ["Became critical", "facts"],
    ]);
    expect(found.fellBack.causes).toEqual([
      { cause: "answer", count: 1 },
      { cause: "facts", count: 1 },
    ]);
  });

  it("gives the figures of then, as entries tell them", async () => {
    const then = naivePoint("2026-06-25", await naiveServices(new Date("2026-06-25T21:59:59.999Z")));
    expect(rounded((await since()).from)).toEqual({
      services: then.services,
      score: then.score,
      ready: then.byStanding.production_ready,
      known: rounded(then.now.known),
      unknown: rounded(then.now.unknown),
      knownLoss: null,
      unknownLoss: null,
    });
    expect(then.services).toBe(7);
    expect(then.byStanding.production_ready).toBe(4);
  });

  it("compares a service that only came to match the filters with itself", async () => {
    const critical = await since({ tier: ["1"] }).catch(() => null);
    // Nothing was critical then, so that there is nothing to compare with.
    expect(critical).toBeNull();
    const { added, left, fellBack } = await since({ tier: ["4"] });
    expect([added, left, names(fellBack)]).toEqual([1, 3, ["An answer turned to no"]]);
  });

  it("names five at most, and counts all", async () => {
    for (let n = 0; n < 6; n += 1) await answerAll(await add(`Many ${n}`, 33), 34);
    const { becameReady, added } = await since();
    expect([becameReady.count, added]).toEqual([8, 7]);
    expect(names(becameReady)).toEqual(["Became ready", "Came ready", "Many 0", "Many 1", "Many 2"]);
  });

  it("is asked about the month before the day asked about", async () => {
    const past = (await loadPortfolio(scopeOf(team.admin, "portfolio:read"), { asOf: "2026-07-16" }, NOW))
      .since;
    expect(past).toMatchObject({ day: "2026-06-16", from: { services: 2 } });
  });

  it("says that a waiver did it, by its begin and by its end, before and after that is written down", async () => {
    const service = await add("Waived", 10);
    await answerAll(service, 34);
    await answer(service, QUESTION, "no", 34);
    const { id } = await ask(team.admin, service, { question: QUESTION }, daysLater(35));
    await grant(await aPerson({ executive: true }), id, daysLater(35));
    const scope = scopeOf(team.admin, "portfolio:read");
    const movedBy = async (at: Date) => {
      const { becameReady, fellBack } = (await loadPortfolio(scope, { q: "waived" }, at)).since ?? {};
      return [becameReady, fellBack].map((each) => each?.causes.map(({ cause }) => cause));
    };
    expect(await movedBy(daysLater(50))).toEqual([["waiver"], []]);
    expect(await movedBy(daysLater(66))).toEqual([[], ["waiver"]]);
    await ageServices(daysLater(66));
    expect(await movedBy(daysLater(66))).toEqual([[], ["waiver"]]);
  });

  // The last one, because it writes down what happens after NOW.
  it("says that ageing did it, before and after that is written down", async () => {
    const scope = scopeOf(team.admin, "portfolio:read");
    const stale = await db().serviceState.findUniqueOrThrow({
      where: { serviceId: made["Went stale"]?.id ?? "" },
    });
    const at = stale.nextChangeAt;
    if (!at) throw new RangeError("answers go stale");
    for (const written of [false, true]) {
      if (written) await ageServices(at);
      const { fellBack } = (await loadPortfolio(scope, { q: "went stale" }, at)).since ?? {};
      expect(fellBack).toEqual({
        count: 1,
        causes: [{ cause: "ageing", count: 1 }],
        services: [{ slug: "went-stale", name: "Went stale", cause: "ageing" }],
      });
    }
  });
});
