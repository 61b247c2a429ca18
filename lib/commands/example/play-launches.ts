import "server-only";
import type { Act, Deed, LaunchPlan, Saying } from "../../../prisma/demo/example/launch-acts";
import { TEAMS } from "../../../prisma/demo/example/people";
import { evidenceOf, type Slots, say } from "../../../prisma/demo/example/say";
import type { Given } from "../../../prisma/demo/example/steps";
import type { WorkingDays } from "../../../prisma/demo/example/working-days";
import { type LaunchResource, loadWaiverResource, type ServiceResource } from "../../auth/resources";
import { authorize, type ResourceOf } from "../../auth/scope";
import type { Viewer } from "../../auth/viewer";
import type { DispositionNew } from "../../contracts/launch-requests";
import type { Launch } from "../../contracts/launches";
import { Repeated } from "../../contracts/operation";
import type { Tx } from "../../db/transaction";
import { applies } from "../../domain/applies";
import type { Question } from "../../domain/checklist";
import type { SignRole } from "../../domain/launch/vocabulary";
import type { Action } from "../../domain/policy";
import { chance } from "../../domain/random";
import type { Tier, Verdict } from "../../domain/vocabulary";
import { readLaunch } from "../../queries/launches/launch";
import { snapshotIn } from "../../snapshot/snapshot-at";
import { carryGaps } from "../launches/carry-gaps";
import { closeLaunch } from "../launches/close-launch";
import { createLaunch } from "../launches/create-launch";
import { disposeOfGap } from "../launches/dispose-of-gap";
import { overruleInvented } from "../launches/overrule";
import { signOffInvented } from "../launches/sign-off";
import { startMeeting } from "../launches/start-meeting";
import { addNote, correctMinutes, writeReview } from "../launches/write-text";
import { askWaiver } from "../waivers/ask-waiver";
import { decideWaiver } from "../waivers/decide-waiver";

/** A service of the story, with the facts that say what it is asked. */
export interface Played extends ServiceResource {
  team: string;
  tier: Tier;
  tags: readonly string[];
}

/** The stage that launches are played on. */
export interface OnStage {
  readonly tx: Tx;
  readonly requestId: string;
  viewer(key: string): Viewer;
  service(key: string): Played;
  /** Answers, whatever the story of a service says. */
  give(at: Date, answers: readonly Given[]): Promise<void>;
  /** Says from now on what was answered: the story of the service goes by it. */
  settle(given: Given): void;
}

/** For how long after a look at a launch nothing happens to it but what is done about it. */
const AFTERNOON_MS = 3 * 60 * 60_000;

/** What is done to a launch as it stands; the rest goes by how it stood when something was last done. */
const LOOKED_AT: ReadonlySet<Deed["kind"]> = new Set(["signed", "overruled", "closed"]);

/** For whom the story looks at a launch. */
const ANYBODY = { id: "", admin: false, executive: false, teams: {} };

/** A launch as it was last shown, with its services. */
interface Shown {
  shown: Launch;
  at: Date;
  services: readonly Played[];
}

type On<Kind extends Deed["kind"]> = Extract<Act, { kind: Kind }>;

/**
 * Does what is done about launches and waivers, by the commands of this product. Where the checklist in force asks other
 * questions than the story knows, what is about them is left out, and nobody says go over an open blocker.
 */
export class LaunchPlay {
  /** By their keys. */
  private readonly launches = new Map<string, Shown>();
  private readonly chance = chance(20_260_402);

  constructor(
    private readonly stage: OnStage,
    private readonly questions: readonly Question[],
    private readonly days: WorkingDays,
  ) {}

  /** Plays an act. @throws AppError as its command does */
  async play(act: Act, at: Date): Promise<void> {
    if (act.kind === "planned") return this.plan(act, at);
    if (act.kind === "asked") return this.ask(act, at);
    if (act.kind === "granted" || act.kind === "refused") return this.decide(act, at);
    if (act.kind === "answered") return this.answer(act, at);
    const key = act.launch ?? "";
    const before = LOOKED_AT.has(act.kind) ? await this.look(key, at) : this.last(key);
    const after = await this.change(act, before, at);
    if (after)
      this.launches.set(key, { ...before, shown: after instanceof Repeated ? after.result : after, at });
  }

  private async plan(act: On<"planned">, at: Date): Promise<void> {
    const { target, meeting, facilitator, signers, deputies = {} } = act;
    const services = act.services.map((key) => this.stage.service(key));
    const slugs = services.map(({ slug }) => slug);
    const { person } = this.stage.viewer(facilitator);
    const teamIds = services.map(({ teamId }) => teamId);
    const launch = { teamIds, facilitatorId: person.id, signerIds: [] };
    const scope = this.scope(act.by, "launch:create", { kind: "launch", id: null, teamId: null, launch });
    const { title, what, worth, delayCostPerWeek, undo, onCall } = act;
    const shown = await createLaunch(
      scope,
      {
        ...{ title, what, worth, delayCostPerWeek, undo, onCall, services: slugs, facilitator: person.id },
        targetDate: this.day(target),
        meetingAt: this.days(...meeting).toISOString(),
        signers: this.idsOf(signers),
        deputies: this.idsOf(deputies),
      },
      at,
    );
    this.launches.set(act.launch ?? "", { shown, at, services });
  }

  /** @throws RangeError before it was planned */
  private last(key: string): Shown {
    const last = this.launches.get(key);
    if (last) return last;
    throw new RangeError(`the story names a launch ${key}, which nobody planned yet`);
  }

  /** A launch as it is shown at an instant. Services are looked at until two: in an afternoon nothing else happens to it. */
  private async look(key: string, at: Date): Promise<Shown> {
    const last = this.last(key);
    if (last.at.getTime() >= at.getTime() - AFTERNOON_MS) return last;
    const ids = last.services.map(({ id }) => id).sort();
    const shown = await readLaunch(last.shown.id, ANYBODY, await snapshotIn(this.stage.tx, at, ids));
    const now = { ...last, shown, at };
    this.launches.set(key, now);
    return now;
  }

  /** @returns the launch as it is then; null where nothing could be done */
  private async change(
    act: Exclude<Act, { kind: "planned" | "asked" | "granted" | "refused" | "answered" }>,
    { shown: launch, services }: Shown,
    at: Date,
  ): Promise<Launch | Repeated<Launch> | null> {
    const { facilitator: facilitatorId, signers, deputies } = launch;
    const teamIds = services.map(({ teamId }) => teamId);
    const signerIds = [...Object.values(signers), ...Object.values(deputies)];
    const named = { teamIds, facilitatorId, signerIds };
    const resource: LaunchResource = { kind: "launch", id: launch.id, teamId: null, launch: named };
    const scope = <A extends Exclude<Extract<Action, `launch:${string}`>, "launch:list">>(action: A) =>
      this.scope(act.by, action, resource as ResourceOf<A>);
    const undisposed = launch.blockers.some(({ disposition }) => disposition === null);
    switch (act.kind) {
      case "met":
        return startMeeting(scope("launch:edit"), at);
      case "noted":
        return addNote(scope("launch:note"), act, at);
      case "corrected":
        return correctMinutes(scope("launch:note"), act, at);
      case "reviewed":
        return launch.reviewDueOn === null ? null : writeReview(scope("launch:review"), act, at);
      case "carried": {
        const gaps = launch.gaps
          .filter(({ blocker, disposition }) => !blocker && disposition === null)
          .map(({ service, question }) => ({ service, question }));
        return gaps.length === 0 ? null : carryGaps(scope("launch:dispose"), { gaps }, at);
      }
      case "signed": {
        const { role, decision, comment = "", lookAgainOn } = act;
        if (decision === "go" && undisposed) return null;
        const again = lookAgainOn === undefined ? {} : { lookAgainOn: this.day(lookAgainOn) };
        const body = { role, decision, comment, revision: launch.revision, ...again };
        return signOffInvented(scope("launch:sign"), body, at);
      }
      case "overruled": {
        const against = launch.signOffs.find(({ role, supersededAt }) => role === act.role && !supersededAt);
        if (!against || undisposed) return null;
        return overruleInvented(scope("launch:overrule"), against.id, act.reason, at);
      }
      case "closed": {
        const why = launch.outcome === "go" ? {} : { reason: act.reason };
        return closeLaunch(scope("launch:close"), { as: act.as, ...why }, at);
      }
      default: {
        const body = this.disposition(act, launch, at);
        return body && disposeOfGap(scope("launch:dispose"), body, at);
      }
    }
  }

  /** What is decided about a gap; null where there is none. */
  private disposition(
    act: On<"fixed" | "to_fix" | "to_accept" | "not_for_us">,
    launch: Launch,
    at: Date,
  ): DispositionNew | null {
    const { slug } = this.stage.service(act.service);
    const { question } = act;
    const gap = launch.gaps.find((each) => each.service === slug && each.question === question);
    if (!gap) return null;
    const place = { service: slug, question };
    const settle = (verdict: Verdict, reason: string, evidence: Given["evidence"]) => {
      const { service, by } = act;
      this.stage.settle({ service, question, kind: "save", verdict, reason, evidence, by });
    };
    switch (act.kind) {
      case "fixed": {
        const evidence = [evidenceOf(question, act.evidence, this.slots(act.service, at))];
        settle("yes", act.reason, evidence);
        return { ...place, kind: "fixed", expectedVersion: gap.version, reason: act.reason, evidence };
      }
      case "not_for_us":
        settle("not_applicable", act.reason, []);
        return { ...place, kind: "not_applicable", expectedVersion: gap.version, reason: act.reason };
      case "to_fix": {
        const owner = this.stage.viewer(act.owner).person.id;
        return { ...place, kind: "fix_before", owner, dueOn: this.day(act.dueOn) };
      }
      case "to_accept":
        if (gap.stale || (gap.given !== "no" && gap.given !== "partly")) return null;
        return { ...place, kind: "accept", reason: act.reason, until: this.day(act.until) };
    }
  }

  /** Answers what the story says of a service, as far as it is asked; with the rest, whatever else blocks the launch. */
  private async answer(act: On<"answered">, at: Date): Promise<void> {
    const { service: key, by, says } = act;
    const service = this.stage.service(key);
    const given = (question: string, verdict: Verdict, said: Pick<Given, "reason" | "evidence">): Given => ({
      ...{ service: key, question, kind: "save", verdict, by },
      ...said,
    });
    const slots = this.slots(key, at);
    const asked = this.questions.filter((question) => applies(question, service));
    const told = Object.entries(says).filter(([question]) => asked.some((each) => each.key === question));
    const answers = told.map(([question, [verdict, reason, evidence]]: [string, Saying]) =>
      given(question, verdict, {
        reason,
        evidence: evidence ? [evidenceOf(question, evidence, slots)] : [],
      }),
    );
    if (act.rest) {
      const { blockers } = (await this.look(act.launch ?? "", at)).shown;
      for (const { service: slug, question } of blockers)
        if (slug === service.slug && says[question] === undefined)
          answers.push(given(question, "yes", say(question, "yes", slots)));
    }
    if (answers.length === 0) return;
    await this.stage.give(at, answers);
    for (const answer of answers) this.stage.settle(answer);
  }

  private async ask(act: On<"asked">, at: Date): Promise<void> {
    const { question, reason, measure } = act;
    const service = this.stage.service(act.service);
    const where = { serviceId_questionKey: { serviceId: service.id, questionKey: question } };
    const answer = await this.stage.tx.answer.findUnique({ where });
    const asked = this.questions.find(({ key }) => key === question);
    if (!asked || !applies(asked, service) || !["no", "partly"].includes(answer?.verdict ?? "")) return;
    const body = { service: service.slug, question, reason, measure, until: this.day(act.until) };
    await askWaiver(this.scope(act.by, "waiver:ask", service), body, at);
  }

  private async decide(act: On<"granted" | "refused">, at: Date): Promise<void> {
    const { id: serviceId } = this.stage.service(act.service);
    const where = { serviceId, questionKey: act.question, state: "requested" as const };
    const request = await this.stage.tx.waiver.findFirst({ where, select: { id: true } });
    if (!request) return;
    const scope = this.scope(act.by, "waiver:decide", await loadWaiverResource(request.id));
    if (act.kind === "refused") {
      await decideWaiver(scope, { decision: "refuse", reason: act.reason }, at);
      return;
    }
    const until = act.until === undefined ? {} : { until: this.day(act.until) };
    await decideWaiver(scope, { decision: "grant", reason: act.reason ?? "", ...until }, at);
  }

  /** What the words of a service are filled with. */
  private slots(key: string, at: Date): Slots {
    const { slug, team } = this.stage.service(key);
    const { provider = "", store = "" } = TEAMS[team] ?? {};
    return { slug, provider, store, who: "The team", at, draw: this.chance.uniform };
  }

  private idsOf(people: LaunchPlan["signers"]): Partial<Record<SignRole, string>> {
    return Object.fromEntries(
      Object.entries(people).map(([role, key]) => [role, this.stage.viewer(key).person.id]),
    );
  }

  /** YYYY-MM-DD */
  private day(daysAgo: number): string {
    return this.days(daysAgo).toISOString().slice(0, 10);
  }

  private scope<A extends Action>(by: string, action: A, resource: ResourceOf<A>) {
    return authorize(this.stage.viewer(by), action, resource, this.stage.requestId);
  }
}
