import { launchHref } from "@/components/addresses/pages";
import { daysAway, oneOf, STATE_TEXT } from "@/components/launch/launch-words";
import { OutcomeMark } from "@/components/launch/outcome-mark";
import { turnDue, turnText } from "@/components/launch/turn-words";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { LaunchRow } from "@/lib/contracts/launches";
import { dayOf } from "@/lib/domain/as-of";
import { counted } from "@/lib/domain/words";

const FEW = 3;

interface LaunchLineProps {
  row: LaunchRow;
  people: Readonly<Record<string, string>>;
  today: string;
  timeZone: string;
}

/** One launch in the list. */
export function LaunchLine({ row, people, today, timeZone }: LaunchLineProps) {
  const { id, title, services, targetDate, daysLeft, state, example, closedAt } = row;
  // what is over has its day, whatever was planned
  const day = closedAt === null ? targetDate : dayOf(new Date(closedAt), timeZone);
  return (
    <tr>
      <Th scope="row" className="py-2!">
        <Link
          href={launchHref(id)}
          className="inline-block min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
        >
          <bdi>{title}</bdi>
        </Link>
        {example && (
          <span className="ml-2 font-normal!">
            <Tag>example</Tag>
          </span>
        )}
        <span className="block text-sm font-normal! text-ink-3 [overflow-wrap:anywhere]">
          {services.slice(0, FEW).map(({ slug, name }, index) => (
            <bdi key={slug}>{index === 0 ? name : `, ${name}`}</bdi>
          ))}
          {services.length > FEW && ` and ${(services.length - FEW).toLocaleString("en")} more`}
        </span>
        <Flags row={row} />
        <span className="mt-1 grid gap-1 font-normal! md:hidden">
          <Standing row={row} />
          <span>
            <Blockers row={row} words />
          </span>
          <Next row={row} people={people} today={today} />
        </span>
      </Th>
      <Td className="pt-2.5! whitespace-nowrap align-top">
        {dayText(day, today)}
        <span className={`block text-sm ${daysLeft !== null && daysLeft < 0 ? "text-no" : "text-ink-3"}`}>
          {daysLeft === null ? STATE_TEXT[state].toLowerCase() : daysAway(daysLeft)}
        </span>
      </Td>
      <Td className="pt-2! align-top max-md:hidden">
        <Standing row={row} />
      </Td>
      <Td numeric className="pt-2.5! align-top max-md:hidden">
        <Blockers row={row} />
      </Td>
      <Td className="pt-2.5! pl-8! align-top max-md:hidden">
        <Next row={row} people={people} today={today} />
      </Td>
    </tr>
  );
}

function Standing({ row: { state, outcome, openConditions } }: { row: LaunchRow }) {
  return (
    <>
      {state === "called_off" ? (
        <span className="text-ink-3">Called off</span>
      ) : (
        <OutcomeMark outcome={outcome} />
      )}
      {state === "open" && openConditions > 0 && (
        <span className="block text-sm text-ink-3">{counted(openConditions, "condition")} open</span>
      )}
    </>
  );
}

/** What has to be seen wherever the launch is (L6, L9). */
function Flags({ row: { launchedWithoutGo, overObjection } }: { row: LaunchRow }) {
  if (!launchedWithoutGo && !overObjection) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1 font-normal!">
      {launchedWithoutGo && <Tag strong>launched without a go</Tag>}
      {overObjection && <Tag strong>over objection</Tag>}
    </span>
  );
}

/** What waits of the blockers; of a launch that is over, those that it was closed with. */
function Blockers({
  row: { blockers, undisposed, state },
  words = false,
}: {
  row: LaunchRow;
  words?: boolean;
}) {
  if (blockers === 0) return words ? null : <span className="text-ink-3">–</span>;
  const about = (count: number) => (words ? counted(count, "blocker") : count.toLocaleString("en"));
  if (state !== "open") return `${about(blockers)} open`;
  if (undisposed === 0)
    return <span className="text-ink-3">{words ? "all blockers decided" : "decided"}</span>;
  return <span className="text-no">{about(undisposed)} to decide</span>;
}

function Next({ row: { next, waitsForMe, undisposed }, people, today }: Omit<LaunchLineProps, "timeZone">) {
  if (next === null) return <span className="text-ink-3 max-md:hidden">–</span>;
  const due = turnDue(next, today);
  const who = oneOf(next.people.map((id) => people[id] ?? "somebody"));
  return (
    <span>
      {turnText(next, null, next.what === "dispose" ? undisposed : 1)}
      <span className="block text-sm text-ink-3">
        {waitsForMe ? <b className="text-brass">waits for you</b> : <bdi>{who}</bdi>}
        {due && (
          <span className={due.late ? "text-no" : undefined}>
            {who !== "" || waitsForMe ? ", " : ""}
            {due.late ? "late since" : "by"} {dayText(due.dueOn, today)}
          </span>
        )}
      </span>
    </span>
  );
}
