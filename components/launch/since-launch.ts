import type { LaunchEvents } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";

type Event = Pick<LaunchEvents["items"][number], "kind" | "by" | "details">;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
const textOf = (of: unknown, name: string): string =>
  isRecord(of) && typeof of[name] === "string" ? of[name] : "";

/** What happened to a launch after it was closed, in a sentence; null for what is told elsewhere on its page. */
export function sinceLaunchText({ kind, by, details }: Event, today: string): string | null {
  const who = by?.name ?? "Somebody";
  if (kind === "correction") return `${who} corrected the minutes: “${textOf(details, "text")}”`;
  if (kind === "condition_changed") return conditionText(details, today);
  if (kind === "waiver_decided") {
    const title = textOf(details.gap, "title");
    return textOf(details, "decision") === "ended" ? `The waiver for “${title}” ended.` : null;
  }
  return null;
}

function conditionText({ gap, change }: Event["details"], today: string): string | null {
  const title = `“${textOf(gap, "title")}”`;
  switch (textOf(change, "change")) {
    case "met":
      return `The condition on ${title} was met${isRecord(change) && change.late === true ? ", late" : ""}.`;
    case "overdue":
      return `The condition on ${title} is overdue.`;
    case "broken":
      return `The condition on ${title} is broken: the gap is open again.`;
    case "moved":
      return `The condition on ${title} moved to ${dayInWords(textOf(change, "to"), today)}.`;
    default:
      return null;
  }
}
