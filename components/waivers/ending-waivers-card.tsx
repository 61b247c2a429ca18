import { waiversPage } from "@/components/addresses/pages";
import { Card } from "@/components/ui/card";
import { dayText } from "@/components/ui/days";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";

/** As many as are named; the rest is behind the link. */
const SHOWN = 5;

interface EndingWaiversCardProps {
  /** In the order in which they end. */
  waivers: readonly {
    id: string;
    service: { name: string };
    title: string;
    critical: boolean;
    until: string;
  }[];
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

/** Accepted risks that are open again soon, unless somebody closes the gap or asks anew. */
export function EndingWaiversCard({ waivers, today }: EndingWaiversCardProps) {
  const more = waivers.length - SHOWN;
  return (
    <Card
      title="Waivers about to end"
      flush
      className="print:hidden"
      aside={
        <Link href={waiversPage.href({ state: ["in_force"] })} className="link">
          {more > 0 ? `All ${waivers.length.toLocaleString("en")}` : "All in force"}
        </Link>
      }
    >
      <ul>
        {waivers.slice(0, SHOWN).map(({ id, service, title, critical, until }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <Link
              href={waiversPage.href({ state: ["in_force"] }, {}, `#${id}`)}
              className="grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4.5 py-2 hover:bg-sunk"
            >
              <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">
                {title}
                <span className="text-ink-3">
                  {" · "}
                  <bdi>{service.name}</bdi>
                </span>{" "}
                {critical && <Tag>a blocker then</Tag>}
              </span>
              <span className="text-sm whitespace-nowrap text-ink-3">until {dayText(until, today)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
