import { AYear, Gaps, Score, ServiceName } from "@/components/services/service-cells";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { AnsweredOf, StandingPill } from "@/components/verdict/standing-pill";
import type { ServiceRow } from "@/lib/contracts/services";
import type { Team } from "@/lib/contracts/teams";
import type { Unit } from "@/lib/domain/amount-text";
import { servicesHref, servicesThenHref } from "./team-sentences";

function Row({ row, asOf, unit }: { row: ServiceRow; asOf: string | null; unit: Unit }) {
  return (
    <tr>
      <Th scope="row" className="py-2">
        <ServiceName row={row} asOf={asOf} />
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 font-normal tabular-nums md:hidden">
          <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          <Score row={row} asOf={asOf} />
          <AnsweredOf {...row} />
          <Gaps row={row} asOf={asOf} />
        </span>
      </Th>
      <Td numeric className="max-md:align-top">
        <AYear row={row} unit={unit} asOf={asOf} leads />
      </Td>
      <Td className="max-md:hidden">
        <span className="grid justify-items-start gap-0.5">
          <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          <AnsweredOf {...row} />
        </span>
      </Td>
      <Td className="whitespace-nowrap tabular-nums max-md:hidden">
        <Score row={row} asOf={asOf} />
      </Td>
      <Td numeric className="max-md:hidden">
        <Gaps row={row} asOf={asOf} />
      </Td>
    </tr>
  );
}

interface ServicesCardProps {
  team: Pick<Team, "slug" | "can">;
  rows: readonly ServiceRow[];
  /** There are more than these. */
  more: boolean;
  unit: Unit;
  /** An earlier instant; null for now. */
  asOf?: string | null;
}

/** What a team owns and where each of it stands, or owned and stood. */
export function ServicesCard({ team, rows, more, unit, asOf = null }: ServicesCardProps) {
  const all = (
    <Link
      href={asOf === null ? servicesHref([team.slug]) : servicesThenHref(team.slug, asOf)}
      className="link"
    >
      {more ? "See all of them, area by area" : "Area by area"}
    </Link>
  );
  if (rows.length === 0 && asOf !== null) {
    return (
      <Card>
        <EmptyState title="It had no service then.">Services added later are on today’s page.</EmptyState>
      </Card>
    );
  }
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState
          title={team.can.createService ? "Start with one service." : "Nothing is assessed here yet."}
          action={
            team.can.createService && (
              <ButtonLink href={`/services/new?team=${team.slug}`} variant="main">
                Add a service
              </ButtonLink>
            )
          }
        >
          {team.can.createService
            ? "Add the one whose next launch worries you most. Answering its questions takes about half an hour."
            : "A lead of the team, or an admin, adds services."}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Services" aside={all} flush>
      <Table caption="Services of the team" flush>
        <thead>
          <tr>
            <Th>Service</Th>
            <Th numeric>{unit === null ? "Incidents a year" : "Cost a year"}</Th>
            <Th className="max-md:hidden">Standing</Th>
            <Th className="max-md:hidden">Score</Th>
            <Th numeric className="max-md:hidden">
              Gaps
            </Th>
          </tr>
        </thead>
        <tbody data-sorted="">
          {rows.map((row) => (
            <Row key={row.slug} row={row} asOf={asOf} unit={unit} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
