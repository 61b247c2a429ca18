import "server-only";
import type { VerdictSince } from "../../domain/launch/conditions";
import type { SeenFacts } from "../../domain/launch/facts";
import { type Because, outOfDateBecause, type WorseAt } from "../../domain/launch/out-of-date";
import { type PlanSeen, planWorse } from "../../domain/launch/plan-worse";
import type { TierSpan } from "../../domain/launch/roles";
import { serviceWorse } from "../../domain/launch/worse";
import type { Snapshot } from "../../snapshot/snapshot";
import { type StateSince, statesSince } from "../../snapshot/states-since";
import { Decisions } from "./decisions";
import { dayText, type LaunchRows } from "./launch-rows";
import { serviceState } from "./service-states";

type Verdicts = (service: string, question: string, from: Date) => VerdictSince[];

/**
 * What happened to the services of a launch since it was planned, and to the launch itself: what is asked of L2, L4 and L5 is
 * asked of every state, not only of the present one.
 */
export class LaunchHistory {
  /** By short name. */
  readonly #states = new Map<string, readonly StateSince[]>();
  readonly decisions: Decisions;

  private constructor(
    readonly rows: LaunchRows,
    readonly snapshot: Snapshot,
    /** By id, of all that were on it once. */
    states: ReadonlyMap<string, readonly StateSince[]>,
  ) {
    for (const [id, each] of states) this.#states.set(this.#slugOf(id), each);
    const slugOf = (id: string) => this.#slugOf(id);
    const verdictsFrom: Verdicts = (...asked) => this.#verdictsFrom(...asked);
    this.decisions = new Decisions({ rows, snapshot, slugOf, verdictsFrom });
  }

  static async of(rows: LaunchRows, snapshot: Snapshot): Promise<LaunchHistory> {
    const states = new Map<string, readonly StateSince[]>();
    const from = new Date(rows.createdAt.getTime() - 1);
    for (const id of new Set(rows.plans.flatMap(({ services }) => services))) {
      const then = snapshot.byId.get(id);
      if (then) states.set(id, await statesSince(then.service, snapshot, from));
    }
    return new LaunchHistory(rows, snapshot, states);
  }

  /** Where the organisation is, YYYY-MM-DD. */
  get today(): string {
    return this.snapshot.day;
  }

  /**
   * As of when all of it is true: the instant of the snapshot, or of the last thing that is known to have happened, where the
   * history of a service is ahead of the clock.
   */
  get trueAt(): Date {
    const { at } = this.snapshot;
    const last = [...this.#states.values()].map((states) => states.at(-1)?.at ?? at);
    return [...last, ...this.#planChangesAfter(at)].reduce(
      (latest, each) => (each > latest ? each : latest),
      at,
    );
  }

  /** The states of a service from an instant on, that instant included. */
  #statesFrom(service: string, from: Date): readonly StateSince[] {
    return (this.#states.get(service) ?? []).filter(({ at }) => at >= from);
  }

  /** Short name of a service by its id; its id where it is gone. */
  #slugOf(id: string): string {
    return this.snapshot.byId.get(id)?.slug ?? id;
  }

  #verdictsFrom(service: string, question: string, from: Date): VerdictSince[] {
    return this.#statesFrom(service, from).map(({ at, state }) => {
      const place = state.checklist.placeOf(question);
      const asked = place === undefined ? null : state.question(place);
      return { at, verdict: asked?.verdict ?? null, stale: asked?.stale ?? false };
    });
  }

  /** When a service was taken off the launch; null while it is on it. */
  #takenOffAt(id: string): Date | null {
    const { services, plans } = this.rows;
    if (services.some(({ serviceId }) => serviceId === id)) return null;
    const last = plans.findLastIndex((plan) => plan.services.includes(id));
    return plans[last + 1]?.at ?? null;
  }

  /** Every tier that its services had since it was created, until they were taken off it (L1). */
  tierSpans(): TierSpan[] {
    const { createdAt } = this.rows;
    const spans: TierSpan[] = [];
    const { at, past } = this.snapshot;
    for (const id of new Set(this.rows.plans.flatMap(({ services: ids }) => ids))) {
      const all = this.snapshot.byId.get(id)?.service.facts ?? [];
      const facts = past ? all.filter((each) => each.at <= at) : all;
      const off = this.#takenOffAt(id);
      for (const [index, each] of facts.entries()) {
        const next = facts[index + 1]?.at ?? null;
        if ((next !== null && next <= createdAt) || (off !== null && each.at >= off)) continue;
        spans.push({ tier: each.tier, until: next === null || (off !== null && off < next) ? off : next });
      }
    }
    return spans;
  }

  /** What a signature covers besides questions, as it was at an instant; null: as it is. */
  #planAt(at: Date | null): PlanSeen | null {
    const row = this.rows.plans.findLast((each) => at === null || each.at <= at);
    if (!row) return null;
    const instant = (at ?? this.snapshot.at).getTime();
    return {
      plan: {
        what: row.what,
        undo: { how: row.undoHow, who: row.undoWho },
        targetDate: dayText(row.targetDate),
      },
      services: row.services.map((id) => this.#slugOf(id)),
      conditions: this.decisions.conditions(at),
      waivers: row.services.flatMap((id) => {
        const states = this.#states.get(this.#slugOf(id)) ?? [];
        const then =
          states.findLast((each) => each.at.getTime() <= instant)?.state ?? this.snapshot.byId.get(id);
        if (!then) return [];
        const { service, questions } = serviceState(then, this.snapshot.timeZone);
        return questions.flatMap(({ question, waiver }) =>
          waiver ? [{ service, question, until: waiver.until }] : [],
        );
      }),
    };
  }

  /** The instants after another at which the launch itself became another one. */
  #planChangesAfter(from: Date): Date[] {
    return [
      ...this.rows.plans.map(({ at }) => at),
      ...this.decisions.moves.map(({ at }) => at),
      ...this.rows.dispositions.flatMap(({ at, supersededAt }) => [
        at,
        ...(supersededAt ? [supersededAt] : []),
      ]),
    ].filter((at) => at > from);
  }

  /**
   * What is worse than in a state that somebody saw, or was at any time since (L5).
   * @param seenAt as of when it was true
   */
  worseSince(seen: SeenFacts, seenAt: Date): Because[] {
    const { timeZone } = this.snapshot;
    const plan: PlanSeen = {
      plan: seen.plan,
      services: seen.services.map(({ service }) => service),
      conditions: seen.conditions,
      waivers: seen.services.flatMap(({ service, questions }) =>
        questions.flatMap(({ question, waiver }) =>
          waiver ? [{ service, question, until: waiver.until }] : [],
        ),
      ),
    };
    const since: WorseAt[] = [];
    const present: WorseAt = { at: this.trueAt, worse: [] };
    const note = (found: WorseAt) => {
      if (found.worse.length > 0) since.push(found);
    };
    for (const at of this.#planChangesAfter(seenAt)) {
      const then = this.#planAt(at);
      if (then) note({ at, worse: planWorse(plan, then) });
    }
    for (const service of seen.services) {
      const states = this.#statesFrom(service.service, seenAt).filter(({ at }) => at > seenAt);
      for (const { at, state } of states)
        note({ at, worse: serviceWorse(service, serviceState(state, timeZone)) });
      const last = states.at(-1)?.state;
      if (last) present.worse = [...present.worse, ...serviceWorse(service, serviceState(last, timeZone))];
    }
    return outOfDateBecause(since, present);
  }
}
