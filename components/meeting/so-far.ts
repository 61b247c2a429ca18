import { priceInWords } from "@/components/launch/trade-words";
import type { Launch } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";
import { capital, counted, countedInWords } from "@/lib/domain/words";

type Of = Pick<
  Launch,
  "blockers" | "dispositions" | "conditions" | "gaps" | "carried" | "trade" | "requiredRoles"
>;

/** What was decided about a launch so far, a sentence for each kind of thing. @param today for the years of days, YYYY-MM-DD */
export function soFar(launch: Of, today: string): string[] {
  const { dispositions, conditions, gaps, carried, requiredRoles, blockers } = launch;
  const inForce = dispositions.filter(({ supersededAt }) => supersededAt === null);
  const of = (kind: string) => inForce.filter((each) => each.kind === kind);
  const lines: string[] = [];
  const waiting = blockers.filter(({ disposition }) => disposition === null).length;
  if (waiting > 0) lines.push(`${countedInWords(waiting, "blocker")} to decide`);
  if (of("fixed").length > 0) lines.push(`${of("fixed").length} fixed`);
  const open = conditions.filter(({ state }) => state === "open" || state === "overdue");
  const last = open
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  if (last !== undefined)
    lines.push(
      `${counted(open.length, "condition")}, ${open.length === 1 ? "due" : "the last due"} ${dayInWords(last, today)}`,
    );
  const dropped = of("not_applicable").length;
  if (dropped > 0) lines.push(`${dropped} not for us`);
  const asked = gaps.filter(({ waiverAsked }) => waiverAsked).length;
  if (asked > 0) lines.push(`${counted(asked, "waiver")} to be decided by somebody else`);
  const accepted = gaps.filter(({ critical, waiver }) => critical && waiver !== null).length;
  if (accepted > 0) lines.push(`${counted(accepted, "risk")} accepted, so an executive signs`);
  else if (!requiredRoles.includes("executive")) lines.push("no risk accepted, so no executive is needed");
  if (carried.count > 0)
    lines.push(
      `${counted(carried.count, "gap")} carried, ${priceInWords(
        gaps.filter((gap) => gap.carried),
        launch,
      )}`,
    );
  return lines.map(capital);
}
