import "server-only";
import {
  conditionChanges,
  conditionState,
  type GapSince,
  gapSince,
  type VerdictSince,
} from "../../domain/launch/conditions";
import type { Disposition } from "../../domain/launch/dispositions";
import type { ConditionChange, EventFacts } from "../../domain/launch/events";
import type { ConditionFacts } from "../../domain/launch/facts";
import type { WaiverState } from "../../domain/waiver";
import type { Snapshot } from "../../snapshot/snapshot";
import { dayText, type LaunchRows } from "./launch-rows";

/** A condition as it stands at an instant; its id is that of its disposition. */
export interface ConditionThen extends ConditionFacts {
  metAt: Date | null;
  late: boolean;
}

type DispositionRow = LaunchRows["dispositions"][number];

/** A disposition with the row that it is. */
export interface DispositionThen extends Disposition {
  row: DispositionRow;
}

/** What happened to a condition with nobody doing anything to it. */
export interface ConditionEvent {
  row: DispositionRow;
  at: Date;
  /** Id of who decided otherwise about its gap; null where nobody did. */
  by: string | null;
  change: ConditionChange;
}

/** A day that a condition was moved to. */
interface MovedDay {
  at: Date;
  condition: string;
  from: string;
  to: string;
}

/** Of what decisions about gaps are judged. */
interface Judged {
  rows: LaunchRows;
  snapshot: Pick<Snapshot, "at" | "day" | "timeZone">;
  /** Short name of a service. */
  slugOf(id: string): string;
  /** The states of a question from an instant on, that instant included. */
  verdictsFrom(service: string, question: string, from: Date): VerdictSince[];
}

/** Whether a decision took the place of another one. */
const isNextOf = (before: DispositionRow, { serviceId, questionKey, at }: DispositionRow): boolean =>
  serviceId === before.serviceId &&
  questionKey === before.questionKey &&
  at.getTime() === before.supersededAt?.getTime();

/** What was decided about the gaps of a launch, and what became of it (L2, L4). */
export class Decisions {
  readonly moves: readonly MovedDay[];
  readonly #gaps: ReadonlyMap<string, GapSince>;

  constructor(private readonly judged: Judged) {
    const { rows, slugOf, verdictsFrom } = judged;
    this.moves = rows.events.flatMap(({ kind, at, details }) => {
      if (kind !== "condition_changed") return [];
      const { condition, change } = details as unknown as EventFacts["condition_changed"];
      return change.change === "moved" ? [{ at, condition, from: change.from, to: change.to }] : [];
    });
    this.#gaps = new Map(
      rows.dispositions.map(({ id, serviceId, questionKey, at }) => [
        id,
        gapSince(verdictsFrom(slugOf(serviceId), questionKey, at)),
      ]),
    );
  }

  #gapSince(disposition: string): GapSince {
    const found = this.#gaps.get(disposition);
    if (!found) throw new RangeError(`no disposition ${disposition}`);
    return found;
  }

  /** All of them, in their order. @param waivers states of those that were asked for, by id */
  all(waivers: ReadonlyMap<string, WaiverState>): DispositionThen[] {
    return this.judged.rows.dispositions.map((row) => {
      const { id, questionKey: question, kind, at, waiverId, byId: by } = row;
      return {
        ...{ id, kind, service: this.judged.slugOf(row.serviceId), question, at, by, row },
        reopened: this.#gapSince(id).reopened,
        waiver: waiverId === null ? null : (waivers.get(waiverId) ?? "withdrawn"),
        condition: kind === "fix_before" ? this.#condition(row, null).state : null,
      };
    });
  }

  /** The conditions, as they were at an instant; null: as they are. */
  conditions(at: Date | null): ConditionThen[] {
    return this.judged.rows.dispositions
      .filter((row) => row.kind === "fix_before" && (at === null || row.at <= at))
      .map((row) => this.#condition(row, at));
  }

  /** When a condition was taken back, or was none any more; null while it is one. */
  #withdrawnAt({ id, supersededAt }: DispositionRow): Date | null {
    const { droppedAt } = this.#gapSince(id);
    if (!supersededAt || !droppedAt) return supersededAt ?? droppedAt;
    return supersededAt < droppedAt ? supersededAt : droppedAt;
  }

  #condition(row: DispositionRow, at: Date | null): ConditionThen {
    const by = (instant: Date | null) => (instant && (at === null || instant <= at) ? instant : null);
    const later = at && this.moves.find((each) => each.condition === row.id && each.at > at);
    const dueOn = later ? later.from : dayText(row.dueOn ?? row.at);
    const metAt = by(this.#gapSince(row.id).metAt);
    const known = { dueOn, metAt, withdrawnAt: by(this.#withdrawnAt(row)) };
    const { day, timeZone } = this.judged.snapshot;
    const { state, late } = conditionState(known, day, timeZone);
    return {
      ...{ id: row.id, service: this.judged.slugOf(row.serviceId), question: row.questionKey },
      ...{ owner: row.ownerId ?? row.byId, dueOn, state, late },
      metAt: state === "met" ? metAt : null,
    };
  }

  /** What happened to conditions by what was answered or decided otherwise, and by the end of their days (L9). */
  conditionEvents(): ConditionEvent[] {
    const { rows, snapshot } = this.judged;
    return rows.dispositions.flatMap((row) => {
      if (row.kind !== "fix_before") return [];
      const { dueOn } = this.#condition(row, null);
      const moves = this.moves.filter((each) => each.condition === row.id);
      const days = [...moves.map(({ at, from }) => ({ dueOn: from, until: at })), { dueOn, until: null }];
      const { metAt, broken } = this.#gapSince(row.id);
      const story = { dueOn, days, metAt, broken, withdrawnAt: this.#withdrawnAt(row) };
      return conditionChanges(story, snapshot.at, snapshot.timeZone).flatMap(({ at, change }) => {
        const isDecided = change.change === "withdrawn" && at.getTime() === row.supersededAt?.getTime();
        const next = isDecided ? rows.dispositions.find((each) => isNextOf(row, each)) : undefined;
        // That its service was taken off the launch is written down.
        return isDecided && !next ? [] : [{ row, at, by: next?.byId ?? null, change }];
      });
    });
  }
}
