import "server-only";
import { conditionState } from "../../domain/launch/conditions";
import type { Disposition } from "../../domain/launch/dispositions";
import type { EventFacts } from "../../domain/launch/events";
import { isGap, type LaunchFacts, type QuestionState } from "../../domain/launch/facts";
import { type Because, outOfDateBecause, type WorseAt } from "../../domain/launch/out-of-date";
import { type PlanSeen, planWorse } from "../../domain/launch/plan-worse";
import type { TierSpan } from "../../domain/launch/roles";
import type { ConditionState } from "../../domain/launch/vocabulary";
import { serviceWorse } from "../../domain/launch/worse";
import type { WaiverState } from "../../domain/waiver";
import type { Snapshot } from "../../snapshot/snapshot";
import { type StateSince, statesSince } from "../../snapshot/states-since";
import { dayText, type LaunchRows } from "./launch-rows";
import { serviceState } from "./service-states";

/** A condition as it stands at an instant. */
export interface ConditionThen {
  /** Of its disposition. */
  id: string;
  service: string;
  question: string;
  owner: string;
  dueOn: string;
  state: ConditionState;
  metAt: Date | null;
  late: boolean;
}

/** A disposition with the row that it is. */
export interface DispositionThen extends Disposition {
  row: LaunchRows["dispositions"][number];
}

/** What an event says that changed a condition. */
export type ConditionChanged = EventFacts["condition_changed"] & { condition: string };

/** A day that a condition was moved to. */
interface MovedDay {
  at: Date;
  condition: string;
  dueOn: { from: string; to: string };
}

/**
 * What happened to the services of a launch since it was planned, and to the launch itself: what is asked of L2, L4 and L5 is
 * asked of every state, not only of the present one.
 */
export class LaunchHistory {
  readonly #states = new Map<string, readonly StateSince[]>();
  readonly #slugs = new Map<string, string>();
  readonly #changes: readonly MovedDay[];

  private constructor(
    readonly rows: LaunchRows,
    readonly snapshot: Snapshot,
    readonly today: string,
    readonly waivers: ReadonlyMap<string, WaiverState>,
  ) {
    this.#changes = rows.events.flatMap(({ kind, at, details }) => {
      if (kind !== "condition_changed") return [];
      const { condition, change } = details as unknown as ConditionChanged;
      return change.change === "moved"
        ? [{ at, condition, dueOn: { from: change.from, to: change.to } }]
        : [];
    });
  }

  /** @param waivers states of those that its dispositions asked for, by id */
  static async of(
    rows: LaunchRows,
    snapshot: Snapshot,
    waivers: ReadonlyMap<string, WaiverState>,
  ): Promise<LaunchHistory> {
    const history = new LaunchHistory(rows, snapshot, snapshot.day, waivers);
    const from = new Date(rows.createdAt.getTime() - 1);
    for (const id of new Set(rows.plans.flatMap(({ services }) => services))) {
      const then = snapshot.byId.get(id);
      if (!then) continue;
      history.#slugs.set(id, then.slug);
      history.#states.set(then.slug, await statesSince(then.service, snapshot, from));
    }
    return history;
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
  slugOf(id: string): string {
    return this.#slugs.get(id) ?? id;
  }

  /** The states of a question from an instant on; null where it was not asked. */
  #questionFrom(service: string, question: string, from: Date): { at: Date; state: QuestionState | null }[] {
    return this.#statesFrom(service, from).map(({ at, state: then }) => ({
      at,
      state:
        serviceState(then, this.snapshot.timeZone).questions.find((each) => each.question === question) ??
        null,
    }));
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
    for (const id of this.#slugs.keys()) {
      const { at, past } = this.snapshot;
      const facts = (this.snapshot.byId.get(id)?.service.facts ?? []).filter(
        (each) => !past || each.at <= at,
      );
      const off = this.#takenOffAt(id);
      for (const [index, each] of facts.entries()) {
        const next = facts[index + 1]?.at ?? null;
        if ((next !== null && next <= createdAt) || (off !== null && each.at >= off)) continue;
        spans.push({ tier: each.tier, until: next === null || (off !== null && off < next) ? off : next });
      }
    }
    return spans;
  }

  /** What was decided about gaps, in its order, with what became of it (L2). */
  dispositions(): DispositionThen[] {
    return this.rows.dispositions.map((row) => {
      const service = this.slugOf(row.serviceId);
      const { questionKey: question, kind, at } = row;
      let [closed, reopened] = [false, false];
      for (const { state } of this.#questionFrom(service, question, at)) {
        if (state === null || !isGap(state)) closed = true;
        else if (closed) reopened = true;
      }
      return {
        ...{ id: row.id, kind, service, question, at, by: row.byId, reopened, row },
        waiver: row.waiverId === null ? null : (this.waivers.get(row.waiverId) ?? "withdrawn"),
        condition: kind === "fix_before" ? this.#condition(row, null).state : null,
      };
    });
  }

  /** The conditions, as they were at an instant; null: as they are. */
  conditions(at: Date | null): ConditionThen[] {
    return this.rows.dispositions
      .filter((row) => row.kind === "fix_before" && (at === null || row.at <= at))
      .map((row) => this.#condition(row, at));
  }

  #condition(row: LaunchRows["dispositions"][number], at: Date | null): ConditionThen {
    const [service, question] = [this.slugOf(row.serviceId), row.questionKey];
    const isBefore = (instant: Date | null) => instant !== null && (at === null || instant <= at);
    const later =
      at === null ? undefined : this.#changes.find((each) => each.condition === row.id && each.at > at);
    const dueOn = later ? later.dueOn.from : dayText(row.dueOn ?? row.at);
    const found = this.#questionFrom(service, question, row.at);
    const metAt = found.find(({ state }) => state?.verdict === "yes")?.at ?? null;
    const droppedAt =
      found.find(({ state }) => state === null || state.verdict === "not_applicable")?.at ?? null;
    const ends = [row.supersededAt, droppedAt]
      .filter((each) => each !== null)
      .sort((a, b) => a.getTime() - b.getTime());
    const withdrawnAt = ends[0] ?? null;
    const known = {
      dueOn,
      metAt: isBefore(metAt) ? metAt : null,
      withdrawnAt: isBefore(withdrawnAt) ? withdrawnAt : null,
    };
    const { state, late } = conditionState(known, this.today, this.snapshot.timeZone);
    return {
      ...{ id: row.id, service, question, owner: row.ownerId ?? row.byId, dueOn, state, late },
      metAt: state === "met" ? metAt : null,
    };
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
      services: row.services.map((id) => this.slugOf(id)),
      conditions: this.conditions(at),
      waivers: row.services.flatMap((id) => {
        const states = this.#states.get(this.slugOf(id)) ?? [];
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
      ...this.#changes.map(({ at }) => at),
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
  worseSince(seen: LaunchFacts, seenAt: Date): Because[] {
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
