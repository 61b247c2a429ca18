import { ArrowDown, ArrowUp } from "lucide-react";
import { isNarrowed, type ListQuery, servicesPage } from "@/components/addresses/pages";
import { choiceSubject, countFigure } from "@/components/figure/figure";
import { Figured, FigureText } from "@/components/figure/figure-text";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import { ExportMenu } from "@/components/filters/export-menu";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { areaHead } from "@/components/verdict/area-head";
import { AnsweredOf, StandingPill } from "@/components/verdict/standing-pill";
import { VerdictLegend } from "@/components/verdict/verdict-legend";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { ServiceRow as Row } from "@/lib/contracts/services";
import type { Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT, AREAS, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { ListFooter } from "./list-footer";
import { type SortKey, sortedBy, sortHref } from "./list-query";
import { type ListCounts, listSentence } from "./list-sentence";
import { AYear, Gaps, Score, ServiceName } from "./service-cells";

interface ServiceListProps {
  query: ListQuery;
  counts: ListCounts & { retired: number; stale: number; currency: string | null };
  rows: readonly Row[];
  nextCursor: string | null;
  choices: ListChoices;
  mayCreate: boolean;
  mayImport: boolean;
}

/** All services: what the business can rely on in a sentence, then the heat map that it rests on. */
export function ServiceList(props: ServiceListProps) {
  const { query, counts, rows, nextCursor, choices, mayCreate, mayImport } = props;
  const frame: ChoiceFrame = {
    query,
    choices,
    path: "/services",
    keep: query.sort === servicesPage.none.sort ? [] : [["sort", query.sort]],
    href: (change) => servicesPage.href(query, change),
  };
  return (
    <>
      <HeadWithActions
        actions={
          <>
            <ExportMenu what="services" choice={query} />
            {mayImport && <ButtonLink href="/import">Import</ButtonLink>}
            {mayCreate && (
              <ButtonLink href="/services/new" variant="main">
                New service
              </ButtonLink>
            )}
          </>
        }
      >
        <LinkedSentence words={listSentence(counts, query)} sub={<Sub counts={counts} query={query} />} />
      </HeadWithActions>
      <Card flush>
        <SearchCarrier className="grid gap-2.5 border-b border-line px-4.5 py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <ChoiceToolbar {...frame} />
            <VerdictLegend />
          </div>
          <ChoiceChips {...frame} />
        </SearchCarrier>
        {rows.length === 0 ? (
          <NoMatch query={query} retired={counts.retired} />
        ) : (
          <ServiceTable
            query={query}
            rows={rows}
            unit={counts.currency === null ? null : { currency: counts.currency }}
          />
        )}
      </Card>
      <p role="status" className="sr-only">
        {counted(rows.length, "service")} on this page
      </p>
      <ListFooter query={query} nextCursor={nextCursor} retired={counts.retired} />
    </>
  );
}

/** What all services in use come to, whatever their standing and whether they are live: the figures of the portfolio. */
function Sub({ counts, query }: Pick<ServiceListProps, "counts" | "query">) {
  const { services, score, stale, gaps, blockers } = counts;
  if (services === 0) return null;
  const subject = choiceSubject({ ...query, standing: [] }, null);
  const figure = (measure: string, count: number) => countFigure(subject, measure, count);
  const others = gaps - blockers;
  const open = [
    ...(blockers > 0 ? [counted(blockers, "blocker")] : []),
    ...(others > 0 ? [counted(others, blockers > 0 ? "other gap" : "gap")] : []),
  ].join(" and ");
  const aged =
    stale === 1
      ? "1 answer is stale and counts"
      : `${stale.toLocaleString("en")} answers are stale and count`;
  return (
    <>
      Mean score <FigureText of={figure("score", score ?? 0)} /> of 100.
      {gaps > 0 && (
        <Figured
          text={` In ${services === 1 ? "it" : `all ${counted(services, "service")}, live or not,`} ${open} ${gaps === 1 ? "is" : "are"} open.`}
          figures={[
            ...(services === 1 ? [] : [figure("services", services)]),
            ...(blockers > 0 ? [figure("gaps.blockers", blockers)] : []),
            ...(others > 0 ? [figure(blockers > 0 ? "gaps.others" : "gaps", others)] : []),
          ]}
        />
      )}
      {stale > 0 && (
        <Figured
          text={` ${aged} as unclear until somebody confirms ${stale === 1 ? "it" : "them"}.`}
          figures={[figure("stale", stale)]}
        />
      )}
    </>
  );
}

function NoMatch({ query, retired }: { query: ListQuery; retired: number }) {
  const hidden = query.lifecycle.length === 0 && retired > 0;
  return (
    <EmptyState
      title={isNarrowed(query) ? "No service matches these filters." : "Every service is retired."}
      action={
        <>
          {isNarrowed(query) && <ButtonLink href="/services">Clear the filters</ButtonLink>}
          {hidden && (
            <ButtonLink href={servicesPage.href(query, { lifecycle: ["retired"] })}>
              Show {counted(retired, "retired service")}
            </ButtonLink>
          )}
        </>
      }
    >
      {hidden
        ? "Retired services are hidden unless you filter for them."
        : "More values in one filter show more; another filter shows fewer. Deleted services have a list of their own."}
    </EmptyState>
  );
}

interface ServiceTableProps {
  query: ListQuery;
  rows: readonly Row[];
  unit: Unit;
}

/** The heat map: services down, what they are expected to cost, the ten areas across. */
function ServiceTable({ query, rows, unit }: ServiceTableProps) {
  return (
    <Table caption="Services, with their standing in each of the ten areas" flush>
      <thead>
        <tr>
          <SortHead query={query} by="name">
            Service
          </SortHead>
          <SortHead query={query} by="loss" numeric className="whitespace-nowrap max-md:pr-4.5!">
            {unit === null ? "Incidents a year" : "Cost a year"}
          </SortHead>
          <Th className="max-md:hidden">Standing</Th>
          <SortHead query={query} by="score" className="max-md:hidden">
            Score
          </SortHead>
          {AREAS.map((area) => (
            <Th
              key={area}
              title={AREA_TEXT[area].asks}
              className="w-15 min-w-13 px-0.5! text-center! text-[0.71875rem]! leading-[1.15] hyphens-manual max-xl:hidden"
            >
              {areaHead(area)}
            </Th>
          ))}
          <SortHead query={query} by="gaps" numeric className="whitespace-nowrap max-md:hidden">
            Gaps
          </SortHead>
        </tr>
      </thead>
      <tbody data-sorted={sortedBy(query.sort)}>
        {rows.map((row, index) => (
          <ServiceRow key={row.slug} row={row} unit={unit} sort={query.sort} likely={index < 2} />
        ))}
      </tbody>
    </Table>
  );
}

interface SortHeadProps {
  query: ListQuery;
  by: SortKey;
  numeric?: boolean | undefined;
  className?: string | undefined;
  children: string;
}

/** Head of a column that sorts by it: once its own way, again the other way. */
function SortHead({ query, by, numeric, className, children }: SortHeadProps) {
  const down = query.sort === `-${by}`;
  const sorted = down || query.sort === by;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <Th
      numeric={numeric}
      className={className}
      aria-sort={sorted ? (down ? "descending" : "ascending") : undefined}
    >
      <Link
        href={sortHref(query, by)}
        scroll={false}
        className="-mt-1.5 inline-flex min-h-6 items-end gap-0.5 rounded-sm hover:text-ink"
      >
        {children}
        {sorted && <Arrow aria-hidden="true" className="mb-0.5 size-3" />}
      </Link>
    </Th>
  );
}

/** All ten areas in one line, where there is no room for ten columns. */
function Strip({ row }: { row: Row }) {
  const words = AREAS.map(
    (area, index) =>
      `${AREA_TEXT[area].name} ${VERDICT_TEXT[row.areas[index] ?? "unanswered"].name.toLowerCase()}`,
  ).join(", ");
  return (
    <span role="img" aria-label={words} className="mt-1.5 flex gap-1 xl:hidden">
      {AREAS.map((area, index) => (
        <VerdictMark key={area} verdict={row.areas[index] ?? "unanswered"} size="sm" decorative />
      ))}
    </span>
  );
}

interface ServiceRowProps extends Pick<ServiceTableProps, "unit"> {
  row: Row;
  sort: ListQuery["sort"];
  likely: boolean;
}

/** One service in the list: what its gaps are expected to cost in a year, where it stands, area by area. */
function ServiceRow({ row, unit, sort, likely }: ServiceRowProps) {
  const lead = (by: SortKey) => (sort.replace("-", "") === by ? "" : undefined);
  return (
    <tr>
      <Th scope="row" className="py-1!">
        <span data-lead={lead("name")} className="font-strong">
          <ServiceName row={row} likely={likely} />
        </span>
        <span className="block text-sm font-normal! text-ink-3 [overflow-wrap:anywhere]">
          <bdi>{row.teamName}</bdi>
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 font-normal! tabular-nums md:hidden">
          <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          <Score row={row} />
          <AnsweredOf {...row} />
          <Gaps row={row} />
        </span>
        <Strip row={row} />
      </Th>
      <Td numeric className="max-md:pr-4.5! max-md:align-top">
        <AYear row={row} unit={unit} leads={sort === "-loss" || sort === "loss"} />
      </Td>
      <Td className="max-md:hidden">
        <span className="grid justify-items-start gap-0.5">
          <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          <AnsweredOf {...row} />
        </span>
      </Td>
      <Td
        data-lead={lead("score")}
        className={classNames(
          "whitespace-nowrap tabular-nums max-md:hidden",
          lead("score") === "" && "font-strong",
        )}
      >
        <Score row={row} />
      </Td>
      {AREAS.map((area, index) => (
        <Td key={area} className="px-1 text-center max-xl:hidden">
          <VerdictMark verdict={row.areas[index] ?? "unanswered"} />
        </Td>
      ))}
      <Td numeric className="max-md:hidden">
        <Gaps row={row} leads={lead("gaps") === ""} />
      </Td>
    </tr>
  );
}
