import { carriable, decidedLines } from "@/components/launch/gap-state";
import {
  type GapPlace,
  isSamePlace,
  type NamedQuestion,
  placeKey,
} from "@/components/launch/named-questions";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { newSince } from "@/lib/domain/launch/agenda";
import { AGENDA_PARTS, type AgendaPart } from "@/lib/domain/launch/events";
import { counted } from "@/lib/domain/words";

/** A point of the agenda as it stands. */
export interface MeetingPoint extends GapPlace {
  part: AgendaPart;
  title: string;
  /** What is known of it; null where it was answered, and nothing is left to decide. */
  gap: LaunchGap | null;
  /** Whether it is open: a decision about it can be taken. */
  isOpen: boolean;
  /** Decided, carried, or not open any more. */
  isDone: boolean;
  isParked: boolean;
}

/** Points of an agenda under one heading. */
export interface MeetingGroup {
  key: AgendaPart | "new" | "parked";
  title: string;
  points: readonly MeetingPoint[];
}

const PART_TITLE: Record<AgendaPart, string> = {
  blocker: "Blockers",
  gap: "Other gaps, by worth",
  waiver_ends: "Waivers that end soon",
  answer_ends: "Critical answers that end soon",
  not_applicable: "Critical, and not for us",
};

/** Where a meeting is: at a point of its agenda, or at one of the parts that every meeting has. */
export type MeetingStep =
  | { kind: "prepare" | "carry" | "sign" }
  /** @property place its number under its heading, from 1 @property of how many there are, also of those that are not shown */
  | { kind: "point"; point: MeetingPoint; place: number; of: number };

/** A step in an address: `service/question`, or the name of the part. */
export const stepKey = (step: MeetingStep): string =>
  step.kind === "point" ? pointKey(step.point) : step.kind;
export const pointKey = ({ service, question }: GapPlace): string => `${service}/${question}`;

/**
 * The agenda of a meeting in its order (L2): what was on it when it started, then what is new since, then what was parked.
 * Before a meeting has begun it is what one would talk about now.
 * @param parked points that were put off, by pointKey
 */
export function meetingGroups(
  launch: Launch,
  questions: Readonly<Record<string, NamedQuestion>>,
  parked: ReadonlySet<string>,
): MeetingGroup[] {
  const lines = decidedLines(launch, questions);
  const pointOf = ({ service, question, part }: GapPlace & { part: AgendaPart }): MeetingPoint => {
    const place = { service, question };
    const line = lines.find((each) => isSamePlace(each, place));
    const open = launch.gaps.find((each) => isSamePlace(each, place)) ?? null;
    const gap = open ?? launch.agendaAnswers.find((each) => isSamePlace(each, place)) ?? null;
    const isDone = open === null ? !IS_ANSWER[part] : isDecided(open, part, line?.undisposed ?? false);
    return {
      ...{ ...place, part, gap, isDone },
      title: gap?.title ?? questions[placeKey(place)]?.title ?? question,
      isOpen: open !== null,
      isParked: !isDone && parked.has(pointKey(place)),
    };
  };
  const started = (launch.meeting?.agenda ?? launch.agenda).map(pointOf);
  const added = launch.meeting ? newSince(launch.meeting.agenda, launch.agenda).map(pointOf) : [];
  const groups: MeetingGroup[] = [
    ...AGENDA_PARTS.map((part) => ({
      ...{ key: part, title: PART_TITLE[part] },
      points: started.filter((each) => each.part === part && !each.isParked),
    })),
    {
      ...{ key: "new", title: `${counted(added.length, "new point")} since the start` },
      points: added.filter(({ isParked }) => !isParked),
    },
    { key: "parked", title: "Parked", points: [...started, ...added].filter(({ isParked }) => isParked) },
  ];
  return groups.filter(({ points }) => points.length > 0);
}

/** Answers are on the agenda to be looked at; everything else is done with when it is no gap any more. */
const IS_ANSWER: Record<AgendaPart, boolean> = {
  ...{ blocker: false, gap: false, waiver_ends: false },
  ...{ answer_ends: true, not_applicable: true },
};

/** Whether nothing is left to say about a gap: decided, carried, or its risk accepted for as long as the launch needs. */
function isDecided(gap: LaunchGap, part: AgendaPart, undisposed: boolean): boolean {
  if (gap.waiver !== null) return part !== "waiver_ends";
  return gap.disposition !== null ? !undisposed : gap.carried;
}

/** Beyond these an agenda shows only how many other gaps there are: they can be carried together. */
const MOST_OTHERS = 6;

/** A group as it is shown: of many other gaps the first, those of which one is at a deep link with all. */
export function shownGroups(
  groups: readonly MeetingGroup[],
  { whole, at }: { whole: boolean; at: string },
): (MeetingGroup & { hidden: number })[] {
  return groups.map((group) => {
    const isLong = group.key === "gap" && group.points.length > MOST_OTHERS + 1;
    const isBeyond = group.points.slice(MOST_OTHERS).some((point) => pointKey(point) === at);
    if (!isLong || whole || isBeyond) return { ...group, hidden: 0 };
    return {
      ...group,
      points: group.points.slice(0, MOST_OTHERS),
      hidden: group.points.length - MOST_OTHERS,
    };
  });
}

/** How many points of an agenda are done, and how many there are: of the whole of it, not of what is shown. */
export function agendaProgress(groups: readonly MeetingGroup[]): { done: number; total: number } {
  const points = groups.flatMap((group) => group.points);
  return { done: points.filter(({ isDone }) => isDone).length, total: points.length };
}

/** All steps of a meeting, in order; carrying only where there is something to carry. */
export function meetingSteps(
  groups: readonly (MeetingGroup & { hidden?: number })[],
  launch: Pick<Launch, "gaps" | "carried">,
): MeetingStep[] {
  const points = groups.flatMap((group) =>
    group.points.map((point, index): MeetingStep => {
      const of = group.points.length + (group.hidden ?? 0);
      return { kind: "point", point, place: index + 1, of };
    }),
  );
  const carries = carriable(launch.gaps).length > 0 || launch.carried.count > 0;
  return [{ kind: "prepare" }, ...points, ...(carries ? [{ kind: "carry" } as const] : []), { kind: "sign" }];
}

/**
 * The step that an address is about. Without one: the preparation while no meeting was begun, then the first point that is not
 * done, else the signatures.
 */
export function stepAt(steps: readonly MeetingStep[], at: string, isBegun: boolean): MeetingStep {
  const found = steps.find((step) => stepKey(step) === at);
  if (found) return found;
  const first = isBegun
    ? steps.find((step) => step.kind === "point" && step.point.isOpen && !step.point.isDone)
    : steps[0];
  return first ?? steps.at(-1) ?? { kind: "sign" };
}

/** The step after or before one; null at the end. */
export function besideStep(steps: readonly MeetingStep[], step: MeetingStep, by: 1 | -1): MeetingStep | null {
  const index = steps.findIndex((each) => stepKey(each) === stepKey(step));
  return steps[index + by] ?? null;
}
