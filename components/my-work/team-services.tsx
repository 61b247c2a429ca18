import { assessPage } from "@/components/addresses/assess-page";
import { assessHref } from "@/components/addresses/pages";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { ServiceToAnswer } from "@/lib/contracts/my-work";
import { counted } from "@/lib/domain/words";

interface TeamServicesProps {
  services: readonly ServiceToAnswer[];
  /** How many there are, beyond the list too. */
  total: number;
  /** The address of all services of the viewer's teams. */
  all: string;
  /** Whether to say whose a service is. */
  several: boolean;
}

/** Services of the viewer's teams that ask for answers: what is unanswered, and what went stale. */
export function TeamServices({ services, total, all, several }: TeamServicesProps) {
  return (
    <Card
      title={`${counted(total, "service")} of yours ${total === 1 ? "needs" : "need"} answers`}
      flush
      aside={
        <Link href={all} className="link">
          All your services
        </Link>
      }
    >
      <ul>
        {services.map(({ slug, name, team, standing, answered, counting, stale }) => (
          <li
            key={slug}
            className="grid items-baseline gap-x-4 gap-y-0.5 border-t border-line px-4.5 py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto_auto]"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Link
                href={`/services/${slug}`}
                likely={slug === services[0]?.slug}
                className="inline-block min-h-6 content-center font-strong hover:underline"
              >
                <bdi>{name}</bdi>
              </Link>
              {several && (
                <span className="text-sm text-ink-3">
                  {" · "}
                  <bdi>{team.name}</bdi>
                </span>
              )}
            </span>
            <span className="text-sm">
              <StandingPill standing={standing} />
            </span>
            <span className="text-ink-2 tabular-nums sm:min-w-56 sm:text-right">
              {answered < counting && (
                <Link href={assessHref(slug) + assessPage.search({ show: "open" })} className="link">
                  {answered === 0 ? counted(counting, "question") : `${answered} of ${counting} answered`}
                </Link>
              )}
              {answered < counting && stale > 0 && ", "}
              {stale > 0 && (
                <Link href={assessHref(slug) + assessPage.search({ show: "stale" })} className="link">
                  {stale.toLocaleString("en")} stale
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
