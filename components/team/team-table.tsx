import Link from "next/link";
import { NO_CHOICE } from "@/components/address/choice-query";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Meter } from "@/components/ui/meter";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Team } from "@/lib/contracts/teams";
import type { Summary } from "@/lib/domain/standing";
import { MemberFaces } from "./member-faces";
import { StandingStrip } from "./standing-strip";
import { servicesHref } from "./team-sentences";

/** One team, and where its services stand. */
export interface TeamStanding {
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
          <span className="line-clamp-2 text-sm font-normal text-ink-3 [overflow-wrap:anywhere]">
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
