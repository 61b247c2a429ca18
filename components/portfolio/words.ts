import { formatTime } from "@/components/ui/format-time";
import type { Since } from "@/lib/contracts/portfolio";

/** A calendar day for people: "20 October", with the year when it is not that of today. @param day YYYY-MM-DD */
export function dayInWords(day: string, today: string): string {
  const text = formatTime(`${day}T00:00:00Z`, "UTC", "day");
  return day.slice(0, 4) === today.slice(0, 4) ? text.replace(/ \d{4}$/, "") : text;
}

type Cause = Since["fellBack"]["services"][number]["cause"];

/** Why a service moved, or a gap opened or closed: completes "because …" and stands alone in a table. */
export const CAUSE_TEXT: Record<Cause, { name: string; because: string }> = {
  answer: { name: "An answer", because: "an answer changed" },
  ageing: { name: "Ageing", because: "an answer went stale" },
  facts: { name: "Tier, tags or lifecycle", because: "its tier, tags or lifecycle changed" },
  checklist: { name: "Checklist version", because: "it moved to another checklist version" },
  waiver: { name: "A waiver", because: "a waiver began or ended" },
  rates: { name: "Rates", because: "the incident rates changed" },
  created: { name: "Added", because: "it was added" },
  deleted: { name: "Deleted", because: "it was deleted" },
  restored: { name: "Restored", because: "it was restored" },
};

/** All causes, in the order in which ties stand. */
export const CAUSES = Object.keys(CAUSE_TEXT) as readonly Cause[];
