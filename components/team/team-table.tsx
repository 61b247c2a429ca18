import { NO_CHOICE } from "@/components/addresses/pages";
import { CHART_FILL, CHART_TONE, type ChartFill, type ChartTone } from "@/components/charts/chart-tone";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Team } from "@/lib/contracts/teams";
import type { Summary } from "@/lib/domain/standing";
import { STANDINGS, type Standing } from "@/lib/domain/vocabulary";
import { servicesHref } from "./team-sentences";

/** One team, and where its services stand. */
interface TeamStanding {
  team: Team;
  summary: Summary;
}

const teamSubject = (team: string) => choiceSubject({ ...NO_CHOICE, team: [team] }, null);

function Score({ summary, team }: { summary: Summary; team: string }) {
  if (summary.score === null || summary.byStanding.unassessed === summary.services) {
    return <span className="inline-block min-h-6 content-center text-ink-3">–</span>;
  }
  return (
    <span className="inline-block min-h-6 content-center">
      <Meter value={summary.score} className="mr-2 w-14" />
      <span className="inline-block w-6">
        <FigureText of={countFigure(teamSubject(team), "score", summary.score)} />
      </span>
    </span>
  );
}

function Row({ team, summary, most }: TeamStanding & { most: number }) {
  return (
    <tr className="align-top">
      <Th scope="row" className="max-w-100 py-2 font-normal">
        <Link
          href={`/teams/${team.slug}`}
          className="inline-block min-h-6 content-center font-strong [overflow-wrap:anywhere] hover:underline"
        >
          <bdi>{team.name}</bdi>
        </Link>
        {team.example && (
          <>
            {" "}
            <Tag>example</Tag>
          </>
        )}
        {team.description !== "" && (
          <span dir="auto" className="block text-sm font-normal text-ink-3 [overflow-wrap:anywhere]">
            <bdi>{team.description}</bdi>
          </span>
        )}
        <span className="mt-2 grid gap-2 font-normal md:hidden">
          <StandingStrip summary={summary} most={most} />
          <MemberFaces members={team.members} />
        </span>
      </Th>
      <Td className="py-2 max-md:hidden">
        <MemberFaces members={team.members} />
      </Td>
      <Td numeric className="py-2">
        {team.services === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          <Link
            href={servicesHref([team.slug])}
            className="inline-block min-h-6 content-center px-1 hover:underline"
          >
            <FigureText of={countFigure(teamSubject(team.slug), "services", team.services)} />
            <span className="sr-only"> services of {team.name}</span>
          </Link>
        )}
      </Td>
      <Td className="w-70 py-2 pl-6 max-md:hidden">
        <StandingStrip summary={summary} most={most} />
      </Td>
      <Td className="py-2 whitespace-nowrap tabular-nums max-md:hidden">
        <Score summary={summary} team={team.slug} />
      </Td>
    </tr>
  );
}

/** Teams by name: who they are, what they own and how far it is. */
export function TeamTable({ rows }: { rows: readonly TeamStanding[] }) {
  const most = rows.reduce((max, row) => Math.max(max, row.summary.services), 1);
  return (
    <Table caption="Teams" flush>
      <thead>
        <tr>
          <Th>Team</Th>
          <Th className="max-md:hidden">Members</Th>
          <Th numeric>Services</Th>
          <Th className="pl-6 max-md:hidden">Standing</Th>
          <Th className="max-md:hidden">Mean score</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.team.slug} {...row} most={most} />
        ))}
      </tbody>
    </Table>
  );
}

const MOST = 5;

/** The people of a team as faces, leads first; the rest as a number. */
function MemberFaces({
  members,
}: {
  members: readonly { id: string; name: string; role: "lead" | "member" }[];
}) {
  if (members.length === 0)
    return <span className="inline-block min-h-6 content-center text-ink-3">No members yet</span>;
  const leads = members.filter((member) => member.role === "lead");
  const ordered = [...leads, ...members.filter((member) => member.role !== "lead")];
  const shown = ordered.length > MOST + 1 ? ordered.slice(0, MOST) : ordered;
  return (
    <span className="flex min-h-6 items-center gap-1">
      {shown.map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} />
      ))}
      {ordered.length > shown.length && (
        <span className="text-sm text-ink-3">
          +{ordered.length - shown.length}
          <span className="sr-only"> more</span>
        </span>
      )}
    </span>
  );
}

const LOOK: Record<Standing, { tone: ChartTone; fill: ChartFill; word: string }> = {
  production_ready: { tone: "good", fill: "solid", word: "ready" },
  ready_with_accepted_risks: { tone: "good", fill: "hatched", word: "ready, risks accepted" },
  working: { tone: "brass", fill: "solid", word: "working" },
  unassessed: { tone: "faint", fill: "outlined", word: "unassessed" },
};

interface StandingStripProps {
  summary: Summary;
  /** Services of the largest team beside it: its strip fills the width. */
  most: number;
}

/** Where a team's services stand: a bar as long as they are many, and the same counts in words. */
function StandingStrip({ summary, most }: StandingStripProps) {
  const some = STANDINGS.filter((standing) => summary.byStanding[standing] > 0);
  if (some.length === 0)
    return <span className="inline-block min-h-6 content-center text-ink-3">No service yet</span>;
  return (
    <span className="block min-w-40 md:pt-1.75">
      <span
        aria-hidden="true"
        className="flex h-2.5 gap-[1.5px]"
        style={{ width: `${Math.max(6, (100 * summary.services) / most)}%` }}
      >
        {some.map((standing) => (
          <span
            key={standing}
            style={{ flexGrow: summary.byStanding[standing] }}
            className={classNames(
              "min-w-1 basis-0 rounded-[2px]",
              CHART_TONE[LOOK[standing].tone],
              CHART_FILL[LOOK[standing].fill],
            )}
          />
        ))}
      </span>
      <span className="mt-1 block text-sm text-ink-3">
        {some.map((standing) => `${summary.byStanding[standing]} ${LOOK[standing].word}`).join(" · ")}
      </span>
    </span>
  );
}
