import { dayAfter } from "../as-of";
import { byText, inOrder, type RankableGap, worthAYear } from "../worth";
import { ACCEPT_DAYS } from "./conditions";
import type { GapPlace } from "./dispositions";
import { AGENDA_PARTS, type AgendaPart } from "./events";
import { isBlocker, isGap, type QuestionState } from "./facts";

/** What an agenda needs of a question of a service: its state, and what it is worth in a year while it is open (R8). */
export type AgendaQuestion = Pick<QuestionState, "critical" | "verdict" | "waiver"> &
  Omit<RankableGap, "effortDays"> & {
    /** The day on which its answer goes stale by age; null if it does not, or is stale. YYYY-MM-DD */
    staleOn: string | null;
  };

/** Why a question is on the agenda (L2), the first reason that holds; null when it is not. */
function partOf(question: AgendaQuestion, weekAfter: string): AgendaPart | null {
  const { verdict, critical, waiver, staleOn } = question;
  if (isBlocker(question)) return "blocker";
  if (isGap(question) && waiver === null) return "gap";
  if (waiver !== null && waiver.until < weekAfter) return "waiver_ends";
  if (critical && staleOn !== null && staleOn < weekAfter) return "answer_ends";
  return critical && verdict === "not_applicable" ? "not_applicable" : null;
}

const inWorth = inOrder(worthAYear);
/** What is open is in order of its worth in a year (R8); what is not is worth nothing yet, and goes by name. */
export const byWorth = (a: AgendaQuestion, b: AgendaQuestion): number =>
  inWorth({ ...a, effortDays: 0 }, { ...b, effortDays: 0 });

/** What ends first comes first. */
const endOf = ({ waiver, staleOn }: AgendaQuestion): string => waiver?.until ?? staleOn ?? "";

/**
 * The agenda of a meeting (L2), each question once: blockers, other gaps, both by worth; waivers, then critical answers that
 * end before a week after the target date, the first to end first; critical questions answered "not for us". Risks that are
 * accepted for longer are decided, and not on it.
 */
export function agendaOf<Question extends AgendaQuestion>(
  questions: readonly Question[],
  targetDate: string,
): (Question & { part: AgendaPart })[] {
  const weekAfter = dayAfter(targetDate, ACCEPT_DAYS);
  const points = questions.flatMap((question) => {
    const part = partOf(question, weekAfter);
    return part === null ? [] : [{ ...question, part }];
  });
  const rank = ({ part }: { part: AgendaPart }) => AGENDA_PARTS.indexOf(part);
  const within = (a: (typeof points)[number], b: (typeof points)[number]) =>
    a.part === "waiver_ends" || a.part === "answer_ends" ? byText(endOf(a), endOf(b)) : 0;
  return points.sort((a, b) => rank(a) - rank(b) || within(a, b) || byWorth(a, b));
}

/** What is on the agenda now and was not when the meeting started: "2 new since the start" (L2). */
export function newSince<Point extends GapPlace>(
  started: readonly GapPlace[],
  now: readonly Point[],
): Point[] {
  const placeOf = ({ service, question }: GapPlace) => JSON.stringify([service, question]);
  const known = new Set(started.map(placeOf));
  return now.filter((point) => !known.has(placeOf(point)));
}
