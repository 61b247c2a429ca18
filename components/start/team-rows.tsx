import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { counted } from "@/lib/domain/words";
import { assessHref, type StartTeam } from "./start-sentence";

function Waiting({ team }: { team: StartTeam }) {
  const { services, next } = team;
  if (services === 0) return <span className="text-ink-3">No service yet</span>;
  if (next === null) return <span className="text-yes">✓ All answered</span>;
  const left = next.counting - next.answered;
  return (
    <>
      <Link href={assessHref(next.slug)} className="link font-strong">
        <bdi>{next.name}</bdi>
      </Link>
      <span className="text-ink-3">
        {next.answered === 0 ? " is unanswered" : `: ${counted(left, "question")} left`}
      </span>
    </>
  );
}

/** The viewer's teams, and in each the service to answer next. */
export function TeamRows({ teams }: { teams: readonly StartTeam[] }) {
  return (
    <Card title="Your teams" flush>
      <ul>
        {teams.map((team) => (
          <li
            key={team.slug}
            className="grid items-baseline gap-x-6 gap-y-0.5 border-t border-line px-4.5 py-3 first:border-t-0 sm:grid-cols-[1fr_1fr]"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Link
                href={`/teams/${team.slug}`}
                className="inline-block min-h-6 content-center font-strong hover:underline"
              >
                <bdi>{team.name}</bdi>
              </Link>{" "}
              {team.role === "lead" && <Tag>lead</Tag>}{" "}
              <span className="text-sm text-ink-3">{counted(team.services, "service")}</span>
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Waiting team={team} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
