import "server-only";
import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { LAUNCHES } from "../../../prisma/demo/example/launches";
import { CAST, TEAMS } from "../../../prisma/demo/example/people";
import { PRICES } from "../../../prisma/demo/example/prices";
import type { Given, Step } from "../../../prisma/demo/example/steps";
import { liveAll, together } from "../../../prisma/demo/example/story";
import { WAIVERS } from "../../../prisma/demo/example/waivers";
import { type WorkingDays, workingDays } from "../../../prisma/demo/example/working-days";
import { loadTeamResource, ORGANISATION, type TeamResource } from "../../auth/resources";
import { authorize, type ResourceOf } from "../../auth/scope";
import type { Viewer } from "../../auth/viewer";
import type { ExampleCounts } from "../../contracts/example";
import { type ModelInForce, modelsOf } from "../../db/cost-model";
import { latest } from "../../db/latest";
import { checklistVersion, newestChecklist } from "../../db/published-questions";
import { lockServices } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import type { Action } from "../../domain/policy";
import { writeAnswers } from "../answers/write-answers";
import { recordRates } from "../cost-model/record-rates";
import { saveModel } from "../cost-model/save-model";
import { planGaps } from "../gaps/plan-gaps";
import { createService } from "../services/create-service";
import { editService } from "../services/edit-service";
import { createTeam } from "../teams/create-team";
import { LaunchPlay, type OnStage, type Played } from "./play-launches";

const DOMAIN = "tallybrook.example.com";
/** The working day before today on which the story sets its prices, whatever day they are of: before a launch carries gaps. */
const PRICED_ON = 34;

/**
 * Plays the example portfolio, in a transaction of the caller's that holds the cost model: its people do everything through
 * the commands of this product, in order of time, each thing at an instant of its own. What they make is marked as
 * example, for they are. Prices come late, so that nobody waits long for their lock, but before a launch carries gaps at
 * their price; and only where the organisation has none and no service of its own: what is invented prices nothing that is real.
 * @param requestId names the request that it is loaded by
 * @throws AppError refused while no checklist is published
 */
export async function playExample(tx: Tx, now: Date, requestId: string): Promise<ExampleCounts> {
  const { questions } = await checklistVersion(await newestChecklist());
  const steps: Step[] = [];
  for (const step of liveAll(questions, now)) {
    steps.push(step);
    // Others are served meanwhile: it is a second of arithmetic.
    if (steps.length % 10 === 0) await breathe();
  }
  const days = workingDays(now);
  const { all: models } = await modelsOf();
  const stage = new Stage(tx, requestId);
  await stage.enter(days, models);
  const isFree = models.length === 0 && (await tx.service.count({ where: { example: false } })) === 0;
  if (isFree) stage.later(days(PRICED_ON), () => stage.price(days));
  const launches = new LaunchPlay(stage, questions, days);
  for (const act of [...LAUNCHES, ...WAIVERS]) {
    const at = days(act.day, act.minute);
    stage.later(at, () => launches.play(act, at));
  }
  for (const step of together(steps)) await stage.play(step);
  await stage.wait(latest(now, { from: models[0]?.row.at }));
  const entries = await tx.entry.count({ where: { service: { example: true } } });
  return { ...stage.counts, entries };
}

/** Where the story is played: who and what is there by now, by the keys of the story. */
export class Stage implements OnStage {
  readonly counts: Omit<ExampleCounts, "entries"> = { teams: 0, services: 0, people: 0 };
  private readonly people = new Map<string, Viewer>();
  private readonly teams = new Map<string, TeamResource>();
  private readonly services = new Map<string, Played>();
  /** What was answered for a launch, by service and question: the story of a service does not answer it otherwise. */
  private readonly settled = new Map<string, Given>();
  /** What the steps of services leave out, oldest first: own rates come into force (R2), people leave, launches. */
  private happenings: { at: Date; happen: () => Promise<unknown> }[] = [];

  constructor(
    readonly tx: Tx,
    readonly requestId: string,
  ) {}

  /** Lets something happen at an instant, after what happens then already. */
  later(at: Date, happen: () => Promise<unknown>): void {
    const after = this.happenings.findIndex((each) => each.at > at);
    this.happenings.splice(after === -1 ? this.happenings.length : after, 0, { at, happen });
  }

  /** People come, and make their teams. @param models the organisation's own */
  async enter(days: WorkingDays, models: readonly ModelInForce[]): Promise<void> {
    const taken = await this.tx.person.count({ where: { email: { endsWith: `@${DOMAIN}` } } });
    const domain = taken === 0 ? DOMAIN : `${randomUUID().slice(0, 8)}.${DOMAIN}`;
    const rows = CAST.map(({ key, name, executive = false, from }) => ({
      ...{ id: randomUUID(), name, email: `${key}@${domain}`, example: true as const },
      ...{ admin: false, executive, createdAt: days(from) },
    }));
    await this.tx.person.createMany({ data: rows });
    for (const [index, { id, name, email, example, executive }] of rows.entries()) {
      const { key, until } = CAST[index] as (typeof CAST)[number];
      // Who of them does what, the story says.
      const actor = { id, admin: true, executive, teams: {} };
      this.people.set(key, { sessionId: null, token: null, person: { id, name, email, example }, actor });
      if (until !== undefined) this.leaves(id, days(until - 1, 540));
    }
    this.counts.people = rows.length;
    for (const { row } of models) this.later(row.at, () => this.changeRates(row.at));
    await this.makeTeams(days(196, 20));
  }

  /** Plays a step, after what happened by itself before it. */
  async play(step: Step): Promise<void> {
    await this.happen(step.at);
    if (step.kind === "added") await this.add(step);
    else if (step.kind === "edited") await this.edit(step);
    else if (step.kind === "answers") await this.answer(step);
    else await this.plan(step);
  }

  /** Nobody does anything until an instant: what grew old by then is written down everywhere (H2). */
  async wait(until: Date): Promise<void> {
    await this.happen(until);
    await this.lock([...this.services.values()], until);
  }

  /** Sets the prices of the story, in the organisation's currency. */
  async price(days: WorkingDays): Promise<void> {
    const executive = CAST.find((each) => each.executive)?.key ?? "";
    let prices = {};
    for (const { day, note, ...set } of PRICES) {
      prices = { ...prices, ...set.prices };
      await saveModel(this.scope(executive, "model:edit", ORGANISATION), { prices, note }, days(day, 25));
    }
  }

  private async makeTeams(at: Date): Promise<void> {
    const [first = ""] = this.people.keys();
    for (const [key, { name, description }] of Object.entries(TEAMS)) {
      const create = this.scope(first, "team:create", ORGANISATION);
      const team = await loadTeamResource((await createTeam(create, { name, description }, at)).slug);
      const members = CAST.filter((each) => each.team === key && each.until === undefined);
      const rows = members.map((each) => {
        return { teamId: team.id, personId: this.viewer(each.key).person.id, role: each.role ?? "member" };
      });
      await this.tx.membership.createMany({ data: rows });
      this.teams.set(key, team);
      this.counts.teams += 1;
    }
  }

  private leaves(id: string, at: Date): void {
    const data = { disabledAt: at, version: { increment: 1 } };
    this.later(at, () => this.tx.person.update({ where: { id }, data }));
  }

  private async changeRates(at: Date): Promise<void> {
    const services = [...this.services.values()];
    await this.lock(services, at);
    await recordRates(
      this.tx,
      at,
      services.map(({ id }) => id),
    );
  }

  private async happen(until: Date): Promise<void> {
    for (let next = this.happenings[0]; next && next.at <= until; next = this.happenings[0]) {
      await next.happen();
      this.happenings.shift();
    }
  }

  /** Locks services; what grew old by then is written down. */
  private lock(services: readonly { id: string }[], at: Date) {
    const [anybody] = this.people.values();
    return lockServices(this.tx, [...new Set(services.map(({ id }) => id))].sort(), at, anybody);
  }

  private async add({ at, by, service: key, facts }: Extract<Step, { kind: "added" }>): Promise<void> {
    const team = found(this.teams, facts.team);
    const lists = { tags: [...facts.tags], links: [...facts.links], dependsOn: this.slugs(facts.dependsOn) };
    const scope = this.scope(by, "service:create", team);
    const { id, slug } = await createService(scope, { ...facts, ...lists, team: team.slug }, at);
    const { tier, tags } = facts;
    const place = { kind: "service" as const, id, slug, teamId: team.id, deletedAt: null };
    this.services.set(key, { ...place, team: facts.team, tier, tags });
    this.counts.services += 1;
  }

  private async edit({ at, by, service: key, change, reason }: Extract<Step, { kind: "edited" }>) {
    const { team: moved, dependsOn, ...facts } = change;
    const service = this.service(key);
    const team = moved === undefined ? null : found(this.teams, moved);
    const body = {
      ...{ ...facts, reason },
      ...(team ? { team: team.slug } : {}),
      ...(dependsOn ? { dependsOn: this.slugs(dependsOn) } : {}),
    };
    await editService(this.scope(by, "service:edit", service), body, at);
    const { tier = service.tier } = change;
    this.services.set(key, {
      ...service,
      tier,
      team: moved ?? service.team,
      teamId: team?.id ?? service.teamId,
    });
  }

  /** Answers what the story of services says: of what was answered for a launch a yes is confirmed, the rest left alone. */
  private async answer({ at, answers }: Extract<Step, { kind: "answers" }>): Promise<void> {
    const kept = answers.flatMap((each): Given[] => {
      const settled = this.settled.get(placeOf(each));
      if (!settled) return [each];
      return settled.verdict === "yes" ? [{ ...settled, kind: "confirm", by: each.by }] : [];
    });
    if (kept.length > 0) await this.give(at, kept);
  }

  settle(given: Given): void {
    this.settled.set(placeOf(given), given);
  }

  async give(at: Date, answers: readonly Given[]): Promise<void> {
    const services = answers.map(({ service }) => this.service(service));
    const locked = await this.lock(services, at);
    const writes = answers.map(({ service, question: questionKey, by, ...answer }) => ({
      ...{ serviceId: this.service(service).id, questionKey, ...answer },
      personId: this.viewer(by).person.id,
    }));
    const viewer = this.viewer(answers[0]?.by ?? "");
    await writeAnswers(this.tx, { viewer, requestId: this.requestId }, writes, locked);
  }

  private async plan({ at, by, plans }: Extract<Step, { kind: "plans" }>): Promise<void> {
    const gaps = plans
      .filter((each) => !this.settled.has(placeOf(each)))
      .map(({ service, question, set: { owner, ...set } }) => ({
        ...{ service: this.service(service).slug, question },
        set: { ...set, ...(owner ? { owner: this.viewer(owner).person.id } : {}) },
      }));
    if (gaps.length === 0) return;
    await planGaps(this.scope(by, "gap:plan_many", ORGANISATION), { gaps }, at);
  }

  viewer(key: string): Viewer {
    return found(this.people, key);
  }

  service(key: string): Played {
    return found(this.services, key);
  }

  private slugs(services: readonly string[]): string[] {
    return services.map((key) => this.service(key).slug);
  }

  private scope<A extends Action>(by: string, action: A, resource: ResourceOf<A>) {
    return authorize(this.viewer(by), action, resource, this.requestId);
  }
}

const placeOf = ({ service, question }: { service: string; question: string }) => `${service} ${question}`;

function found<T>(by: ReadonlyMap<string, T>, key: string): T {
  const value = by.get(key);
  if (value === undefined) throw new RangeError(`the story names ${key}, who or which is not there yet`);
  return value;
}
