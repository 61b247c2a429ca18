import { turnPeople, turnText } from "@/components/launch/turn-words";
import { localDay } from "@/components/ui/days";
import type { LaunchPage, LaunchRow } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";
import { OUTCOME_TEXT } from "@/lib/domain/launch/texts";
import { OUTCOMES, type Outcome } from "@/lib/domain/launch/vocabulary";
import { counted } from "@/lib/domain/words";

/** Outcomes that became another one lately, by id of the launch. */
export type Moves = Readonly<Record<string, { from: Outcome; at: string }>>;

/**
 * What of an open launch is open, and what changed for it: "2 blockers wait", "1 condition open", "a go until 28 November".
 * @param today YYYY-MM-DD, where the organisation is
 */
export function openWords(
  { outcome, undisposed, openConditions, overObjection }: LaunchRow,
  moved: Moves[string] | undefined,
  today: string,
  timeZone: string,
): string[] {
  return [
    ...(undisposed > 0 ? [`${counted(undisposed, "blocker")} ${undisposed === 1 ? "waits" : "wait"}`] : []),
    ...(openConditions > 0 ? [`${counted(openConditions, "condition")} open`] : []),
    ...(overObjection ? ["over an objection"] : []),
    ...(moved && moved.from !== outcome
      ? [movedWords(moved, outcome, dayInWords(localDay(new Date(moved.at), timeZone), today))]
      : []),
  ];
}

/** Since when it is what it is, where that is better; else until when it was better. */
const movedWords = ({ from }: Moves[string], to: Outcome, day: string): string =>
  OUTCOMES.indexOf(to) < OUTCOMES.indexOf(from)
    ? `${nameOf(to)} since ${day}`
    : `${nameOf(from)} until ${day}`;

const nameOf = (outcome: Outcome): string => OUTCOME_TEXT[outcome].name.toLowerCase();

/** Whose turn it is, and for what: "Sign for security: Li Wen or Sam Adeyemi"; nothing where nobody is waited for. */
export function nextWords({ next }: LaunchRow, people: LaunchPage["people"]): string {
  if (next === null) return "";
  const who = next.people.length === 0 ? "" : `: ${turnPeople(next, (id) => people[id] ?? "somebody", [])}`;
  return `${turnText(next, null)}${who}`;
}
