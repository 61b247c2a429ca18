import { type HistoryQuery, historyHref } from "@/components/addresses/pages";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu } from "@/components/ui/filter-menu";
import { PageHeader } from "@/components/ui/page-header";
import type { Entry } from "@/lib/contracts/answers";
import type { Service } from "@/lib/contracts/services";
import type { WaiverEvent } from "@/lib/contracts/waivers";
import { AREA_TEXT, AREAS } from "@/lib/domain/vocabulary";
import { Timeline } from "./timeline";
import { newestFirst } from "./timeline-lines";

interface HistoryViewProps {
  service: Service;
  query: HistoryQuery;
  entries: readonly Entry[];
  waivers: readonly WaiverEvent[];
  nextCursor: string | null;
  people: readonly { id: string; name: string }[];
  titles: ReadonlyMap<string, string>;
  timeZone: string;
}

/** Every save and confirmation of a service's answers and what happened to its waivers, newest first, by area and by person. */
export function HistoryView(props: HistoryViewProps) {
  const { service, query, entries, waivers, nextCursor, people, titles, timeZone } = props;
  const { slug, name } = service;
  const person = people.find((each) => each.id === query.person);
  const filtered = query.area !== "" || query.person !== "";
  const to = (change: Partial<HistoryQuery>) => historyHref(slug, query, change);
  return (
    <>
      <PageHeader
        title="History"
        trail={[
          { href: "/services", label: "Services" },
          { href: `/services/${slug}`, label: name },
        ]}
        facts={
          <>
            <FilterMenu
              single
              label={query.area ? AREA_TEXT[query.area].name : "Area"}
              options={AREAS.map((area) => ({
                href: to({ area: area === query.area ? "" : area }),
                label: AREA_TEXT[area].name,
                checked: area === query.area,
              }))}
            />
            <FilterMenu
              single
              label={person?.name ?? "Person"}
              options={people.map(({ id, name: label }) => ({
                href: to({ person: id === query.person ? "" : id }),
                label,
                checked: id === query.person,
              }))}
            />
            {filtered && (
              <ButtonLink variant="quiet" href={to({ area: "", person: "" })}>
                Clear
              </ButtonLink>
            )}
          </>
        }
      >
        Nothing here is ever overwritten or deleted: each answer says what it was before, who changed it and
        why.
      </PageHeader>
      <Card title="Answers, newest first">
        {entries.length + waivers.length > 0 ? (
          <Timeline
            service={slug}
            lines={newestFirst(waivers, entries)}
            titles={titles}
            timeZone={timeZone}
          />
        ) : (
          <EmptyState
            title={filtered ? "No answer was given there." : "No answer has been given yet."}
            action={
              filtered ? (
                <ButtonLink href={to({ area: "", person: "" })}>The whole history</ButtonLink>
              ) : (
                service.can.answer && (
                  <ButtonLink href={`/services/${slug}/assess`} variant="main">
                    Assess
                  </ButtonLink>
                )
              )
            }
          >
            {filtered
              ? "Try another area or another person."
              : "The first line appears with the first answer, and stays."}
          </EmptyState>
        )}
      </Card>
      {(nextCursor !== null || query.cursor !== null) && (
        <nav aria-label="More history" className="mt-3 flex gap-2 print:hidden">
          {nextCursor !== null && <ButtonLink href={to({ cursor: nextCursor })}>Older</ButtonLink>}
          {query.cursor !== null && <ButtonLink href={to({})}>Newest</ButtonLink>}
        </nav>
      )}
    </>
  );
}
