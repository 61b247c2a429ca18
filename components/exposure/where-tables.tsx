import Link from "next/link";
import type { ReactNode } from "react";
import { serviceHref, teamHref } from "@/components/addresses/leads-to";
import type { ExposureQuery } from "@/components/addresses/pages";
import { unitOf } from "@/components/figure/amount";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { ExposureView } from "@/lib/contracts/exposure";
import { TIER_TEXT } from "@/lib/domain/vocabulary";
import { FigureCells, FigureHeads, ServicesCell } from "./figure-cells";

interface WhereProps {
  view: ExposureView;
  query: ExposureQuery;
}
interface PartsProps extends WhereProps {
  /** Teams that were deleted since: they have no page any more. */
  gone: readonly string[];
}

/** How many of each stand there at first. */
const FIRST = 12;

/** Where the exposure is: by tier and by team. Each figure leads to what it is made of. */
export function PartsCard({ view, query, gone }: PartsProps) {
  const unit = unitOf(view);
  const tiers = [...view.byTier].sort((a, b) => a.tier - b.tier);
  const teams = view.byTeam;
  const tierOf = (tier: number): ExposureQuery => ({ ...query, tier: [String(tier) as "1"] });
  return (
    <Card flush title="By tier and team" aside="services live or not; now and at launch are never added">
      <Table flush caption="Exposure by tier">
        <FigureHeads first="Tier" unit={unit} />
        <tbody>
          {tiers.map((row) => (
            <tr key={row.tier}>
              <Th scope="row">
                {row.tier} <span className="font-normal text-ink-3">{TIER_TEXT[row.tier].name}</span>
              </Th>
              <ServicesCell count={row.services} part={tierOf(row.tier)} />
              <FigureCells row={row} unit={unit} part={tierOf(row.tier)} />
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="border-t border-line-strong">
        <TeamRows caption="Exposure by team" rows={teams.slice(0, FIRST)} {...{ view, query, gone }} />
      </div>
      {teams.length > FIRST && (
        <Further count={teams.length - FIRST}>
          <TeamRows caption="Further teams" rows={teams.slice(FIRST)} {...{ view, query, gone }} />
        </Further>
      )}
    </Card>
  );
}

/** What stands behind the first ones. */
function Further({ count, children }: { count: number; children: ReactNode }) {
  return (
    <details className="border-t border-line">
      <summary className="min-h-8 w-fit rounded-sm px-4.5 py-1.5 text-sm text-ink-2 hover:text-ink">
        {count} more
      </summary>
      {children}
    </details>
  );
}

interface TeamRowsProps extends PartsProps {
  caption: string;
  rows: ExposureView["byTeam"];
}

function TeamRows({ caption, rows, view, query, gone }: TeamRowsProps) {
  const unit = unitOf(view);
  return (
    <Table flush caption={caption}>
      <FigureHeads first="Team" unit={unit} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.team}>
            <Th scope="row" className="min-w-24">
              {gone.includes(row.team) ? (
                <span className="[overflow-wrap:anywhere]">
                  <bdi>{row.name}</bdi> <span className="font-normal text-ink-3">(deleted)</span>
                </span>
              ) : (
                <Link
                  href={teamHref(row.team, query.asOf)}
                  prefetch={false}
                  className="inline-block min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
                >
                  <bdi>{row.name}</bdi>
                </Link>
              )}
            </Th>
            <ServicesCell count={row.services} part={{ ...query, team: [row.team] }} />
            <FigureCells row={row} unit={unit} part={{ ...query, team: [row.team] }} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The services with the largest exposure; the name leads to the service, each figure to what it is made of. */
export function ServicesCard({ view, query }: WhereProps) {
  const rows = view.byService;
  return (
    <Card flush title="By service" aside="the largest first">
      <ServiceRows caption="Exposure by service" rows={rows.slice(0, FIRST)} {...{ view, query }} />
      {rows.length > FIRST && (
        <Further count={rows.length - FIRST}>
          <ServiceRows caption="Further services" rows={rows.slice(FIRST)} {...{ view, query }} />
        </Further>
      )}
    </Card>
  );
}

interface ServiceRowsProps extends WhereProps {
  caption: string;
  rows: ExposureView["byService"];
}

function ServiceRows({ caption, rows, view, query }: ServiceRowsProps) {
  const unit = unitOf(view);
  return (
    <Table flush caption={caption}>
      <FigureHeads first="Service" second="" unit={unit} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.service}>
            <Th scope="row" className="min-w-36">
              <Link
                href={serviceHref(row.service, query.asOf)}
                prefetch={false}
                className="inline-block min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
              >
                <bdi>{row.name}</bdi>
              </Link>{" "}
              <Tag>tier {row.tier}</Tag>
            </Th>
            <Td className="max-sm:hidden">
              <StandingPill standing={row.standing} />
            </Td>
            <FigureCells row={row} unit={unit} part={{ ...query, service: row.service }} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
