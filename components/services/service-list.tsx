import { choiceSubject, countFigure } from "@/components/figure/figure";
import { Figured, FigureText } from "@/components/figure/figure-text";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { VerdictLegend } from "@/components/verdict/verdict-legend";
import type { ServiceRow } from "@/lib/contracts/services";
import { counted } from "@/lib/domain/words";
import { isNarrowed } from "../address/choice-query";
import { ChoiceChips } from "../filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "../filters/choice-toolbar";
import { ExportMenu } from "../filters/export-menu";
import type { ListChoices } from "../filters/filter-options";
import { SearchCarrier } from "../filters/search-carrier";
import { ListFooter } from "./list-footer";
import { type ListQuery, listHref } from "./list-query";
import { type ListCounts, listSentence } from "./list-sentence";
import { ServiceTable } from "./service-table";

interface ServiceListProps {
  query: ListQuery;
  counts: ListCounts & { retired: number; stale: number };
  rows: readonly ServiceRow[];
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
    keep: query.sort === "name" ? [] : [["sort", query.sort]],
    href: (change) => listHref(query, change),
  };
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <LinkedSentence words={listSentence(counts, query)} sub={<Sub counts={counts} query={query} />} />
        <div className="flex flex-wrap gap-2 print:hidden">
          <ExportMenu what="services" choice={query} />
          {mayImport && <ButtonLink href="/import">Import</ButtonLink>}
          {mayCreate && (
            <ButtonLink href="/services/new" variant="main">
              New service
            </ButtonLink>
          )}
        </div>
      </div>
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
          <ServiceTable query={query} rows={rows} />
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
            <ButtonLink href={listHref(query, { lifecycle: ["retired"] })}>
              Show {counted(retired, "retired service")}
            </ButtonLink>
          )}
        </>
      }
    >
      {hidden
        ? "Retired services are left out until they are asked for."
        : "Values of one filter widen the list, another filter narrows it. Deleted services are listed apart."}
    </EmptyState>
  );
}
