import { launchesPage, launchHref } from "@/components/addresses/pages";
import { daysAway } from "@/components/launch/launch-words";
import { OutcomeMark } from "@/components/launch/outcome-mark";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { LaunchPage, LaunchRow } from "@/lib/contracts/launches";
import { type Moves, nextWords, openWords } from "./next-launch-words";

interface NextLaunchesCardProps {
  launches: Pick<LaunchPage, "items" | "people"> & {
    /** How many are open, beyond those that are shown too. */
    total: number;
    moved: Moves;
  };
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
  timeZone: string;
}

/** The launches that come next: days left, outcome, what is open, what changed, whose turn it is; and the way to the others. */
export function NextLaunchesCard({ launches, today, timeZone }: NextLaunchesCardProps) {
  const { items, people, total, moved } = launches;
  return (
    <Card
      title="Next launches"
      flush
      className="print:hidden"
      aside={
        <Link href={launchesPage.href({})} className="link">
          {total > items.length ? `All ${total.toLocaleString("en")}` : "All launches"}
        </Link>
      }
    >
      <ul>
        {items.map((launch) => (
          <li key={launch.id} className="border-t border-line first:border-t-0">
            <Line
              launch={launch}
              open={openWords(launch, moved[launch.id], today, timeZone)}
              next={nextWords(launch, people)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ launch, open, next }: { launch: LaunchRow; open: readonly string[]; next: string }) {
  const { id, title, example, outcome, daysLeft } = launch;
  return (
    <Link
      href={launchHref(id)}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4.5 py-2.5 hover:bg-sunk"
    >
      <span className="min-w-0 self-center font-medium [overflow-wrap:anywhere]">
        <bdi>{title}</bdi> {example && <Tag>example</Tag>}
      </span>
      <OutcomeMark outcome={outcome} className="justify-self-end" />
      <span className="min-w-0 text-sm text-ink-3">
        {daysLeft !== null && (
          <span className={daysLeft < 0 ? "font-strong text-no" : "text-ink-2"}>{daysAway(daysLeft)}</span>
        )}
        {open.map((words) => ` · ${words}`)}
      </span>
      <span className="max-w-64 min-w-0 justify-self-end text-right text-sm text-ink-3 [overflow-wrap:anywhere]">
        {next}
      </span>
    </Link>
  );
}
