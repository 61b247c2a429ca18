import type { ReactNode } from "react";
import { serviceHref, teamHref } from "@/components/addresses/leads-to";
import { type ExposureQuery, exposurePage } from "@/components/addresses/pages";
import { type Amount, amountOfRow, unitOf } from "@/components/figure/amount";
import { amountFigure, countFigure, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { ExposureView } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { TIER_TEXT } from "@/lib/domain/vocabulary";
import { exposureSubject, gapsOf, servicesOf } from "./exposure-query";
import type { When } from "./exposure-sentence";

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
    <details className="border-t border-line print:details-content:[content-visibility:visible]">
      <summary className="print:hidden min-h-8 w-fit rounded-sm px-4.5 py-1.5 text-sm text-ink-2 hover:text-ink">
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

type Row = Pick<ExposureView["byTeam"][number], "now" | "atLaunch">;

interface FigureHeadsProps {
  first: string;
  /** Over the second column; a hidden word where it is "". */
  second?: string | undefined;
  unit: Unit;
}

/** The heads over figures: known and unknown of now, and what will be at launch, apart. */
function FigureHeads({ first, second = "services", unit }: FigureHeadsProps) {
  const what = unit === null ? "incidents" : "a year";
  return (
    <thead>
      <tr>
        <Th>{first}</Th>
        <Th numeric={second !== ""} className="max-sm:hidden">
          {second === "" ? <span className="sr-only">Standing</span> : second}
        </Th>
        <Th numeric>
          known<span className="sr-only">, {what}</span>
        </Th>
        <Th numeric>unknown</Th>
        <Th numeric>at launch</Th>
      </tr>
    </thead>
  );
}

/** How many services a part has: leads to them, where there is a list of then. */
function ServicesCell({ count, part }: { count: number; part: ExposureQuery }) {
  const href = servicesOf(part);
  const text = <FigureText of={countFigure(exposureSubject(part), "services", count)} />;
  return (
    <Td numeric className="text-ink-3 max-sm:hidden">
      {href === null ? text : <FigureLink href={href}>{text}</FigureLink>}
    </Td>
  );
}

/**
 * The figures of one part. Known leads to this page of the part; unknown and accepted to the list of those gaps, of the
 * past to this page.
 */
function FigureCells({ row, unit, part: of }: { row: Row; unit: Unit; part: ExposureQuery }) {
  const now = amountOfRow(row.now, unit);
  const launch = amountOfRow(row.atLaunch, unit);
  const page = (when: When) =>
    exposurePage.href(of, when === "now" ? (of.when === "" ? {} : { when: "now" }) : { when: "launch" });
  const list = (when: When, kind: "unknown" | "accepted") =>
    of.asOf === "" ? gapsOf(of, { when, kind }) : page(when);
  const figure = (amount: number, when: When, part: keyof Amount) => (
    <FigureText of={amountFigure(exposureSubject(of), `${WHEN[when]}.${part}`, amount, unit)} />
  );
  const more = (amount: number, when: When, kind: "unknown" | "accepted") =>
    amount > 0 && (
      <FigureLink href={list(when, kind)} className="block text-xs font-normal text-ink-3">
        {figure(amount, when, kind)} {kind}
      </FigureLink>
    );
  return (
    <>
      <Td numeric className="font-strong">
        {now.known > 0 ? (
          <FigureLink href={page("now")}>{figure(now.known, "now", "known")}</FigureLink>
        ) : (
          <span className="font-normal text-ink-3">–</span>
        )}
        {more(now.accepted, "now", "accepted")}
      </Td>
      <Td numeric className="text-ink-3">
        {now.unknown > 0 ? (
          <FigureLink href={list("now", "unknown")}>{figure(now.unknown, "now", "unknown")}</FigureLink>
        ) : (
          "–"
        )}
      </Td>
      <Td numeric className="text-ink-3">
        {launch.known > 0 ? (
          <FigureLink href={page("atLaunch")}>{figure(launch.known, "atLaunch", "known")}</FigureLink>
        ) : (
          launch.unknown === 0 && "–"
        )}
        {more(launch.unknown, "atLaunch", "unknown")}
        {more(launch.accepted, "atLaunch", "accepted")}
      </Td>
    </>
  );
}

function FigureLink({
  href,
  className = "inline-block",
  children,
}: {
  href: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <Link href={href} className={`link min-h-6 content-center ${className}`}>
      {children}
    </Link>
  );
}
