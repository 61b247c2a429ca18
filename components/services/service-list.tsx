import { counted } from "@/components/service/counted";
import { LinkedSentence } from "@/components/service/linked-sentence";
import { VerdictLegend } from "@/components/service/verdict-legend";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ServiceRow } from "@/lib/contracts/services";
import { ChoiceChips } from "./choice-chips";
import { isNarrowed } from "./choice-query";
import { type ChoiceFrame, ChoiceToolbar } from "./choice-toolbar";
import { ExportMenu } from "./export-menu";
import type { ListChoices } from "./filter-options";
import { ListFooter } from "./list-footer";
import { type ListQuery, listHref } from "./list-query";
import { type ListCounts, listSentence } from "./list-sentence";
import { SearchCarrier } from "./search-carrier";
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
        <LinkedSentence words={listSentence(counts, query)} sub={<Sub {...counts} />} />
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

function Sub({ services, score, stale }: ListCounts & { stale: number }) {
  if (services === 0) return null;
  const aged =
    stale === 1
      ? "1 answer is stale and counts"
      : `${stale.toLocaleString("en")} answers are stale and count`;
  return (
    <>
      Mean score {score ?? 0} of 100.
      {stale > 0 && ` ${aged} as unclear until somebody confirms ${stale === 1 ? "it" : "them"}.`}
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
