import { type GapListQuery, gapsPage, servicesOfGaps, toggleGapHref } from "@/components/addresses/pages";
import { countFigure } from "@/components/figure/figure";
import { Figured } from "@/components/figure/figure-text";
import { LinkedSentence, LinkedText } from "@/components/figure/linked-sentence";
import { PricedCosts } from "@/components/figure/priced-costs";
import { Chip, ClearAll, ValueChips } from "@/components/filters/choice-chips";
import { ExportMenu } from "@/components/filters/export-menu";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { SearchForm } from "@/components/filters/search-form";
import { lineOfRow } from "@/components/gaps/gap-line";
import { GapHead, GapRow } from "@/components/gaps/gap-row";
import { type PlanFrame, PlanFrameProvider } from "@/components/gaps/plan-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu } from "@/components/ui/filter-menu";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { GapsTabs } from "@/components/waivers/gaps-tabs";
import type { GapPage } from "@/lib/contracts/gaps";
import { amongGapsName, GAP_DUES, GAP_SORTS, SERVICE_FILTER_NAMES } from "@/lib/domain/filters";
import { counted } from "@/lib/domain/words";
import { ChoiceBar } from "./choosing/choice-bar";
import { GapChoiceProvider } from "./choosing/choice-context";
import { type ChoosableGap, keyOf } from "./choosing/chosen-gaps";
import { AllCheck, GapCheck } from "./choosing/gap-checks";
import { DUE_TEXT, GAP_CHOICES, GAP_FILTER_OPTIONS, OFFERED, SORT_TEXT } from "./gap-filter-options";
import { gapListSentence, gapsAtLaunchWords, subjectOf } from "./gap-list-sentence";

/** What narrows a list of gaps to some services. */
const SERVICES = ["q", "service", ...SERVICE_FILTER_NAMES.map(amongGapsName)];

interface GapListProps {
  page: GapPage;
  query: GapListQuery;
  choices: ListChoices;
  /** How many services are in use, whose gaps these are. */
  services: number;
  /** Who can own a gap, and the organisation's day. */
  frame: PlanFrame;
}

/** Every gap of every service: what is open, what it causes, who closes it by when. */
export function GapList({ page, query, choices, services, frame }: GapListProps) {
  const narrowed = gapsPage.isNarrowed(query, ["sort", "cursor"]);
  // what the file of gaps alone knows; the filters of services are known to every file
  const ofGaps = gapsPage.entries(query, [...SERVICES, "sort", "cursor"]);
  const mayPlan = page.items.some((row) => row.can.plan);
  return (
    <>
      <GapsTabs current="gaps" />
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <LinkedSentence
          words={gapListSentence(page.total, query, narrowed, services)}
          sub={<Sub total={page.total} query={query} />}
        />
        <ExportMenu
          what="gaps"
          choice={{
            ...servicesOfGaps(query),
            service: query.service,
            ofGaps: new URLSearchParams(ofGaps).toString(),
          }}
        />
      </div>
      <Card flush className="overflow-visible!">
        <SearchCarrier className="grid gap-2.5 border-b border-line px-4.5 py-3">
          <GapListToolbar query={query} choices={choices} />
          <GapListChips query={query} choices={choices} />
        </SearchCarrier>
        {page.items.length === 0 ? (
          <EmptyState
            title={
              narrowed
                ? "No gap matches these filters."
                : services === 0
                  ? "No service is in use."
                  : "Nothing is open."
            }
            action={
              narrowed ? (
                <ButtonLink href={gapsPage.href({ sort: query.sort })}>Clear the filters</ButtonLink>
              ) : (
                services === 0 && <ButtonLink href="/services">Services</ButtonLink>
              )
            }
          >
            {narrowed
              ? "Values of one filter widen the list, another filter narrows it."
              : services === 0
                ? "Gaps are what a service answers with no, partly or not at all: the first assessment finds them."
                : "Every question that counts is answered yes, in every service, and none of it is stale."}
          </EmptyState>
        ) : (
          <PlanFrameProvider frame={frame}>
            <GapChoiceProvider gaps={choosable(page)}>
              <GapHead check={mayPlan ? <AllCheck /> : undefined} />
              <ol>
                {page.items.map((row) => (
                  <GapRow
                    key={keyOf(row)}
                    gap={lineOfRow(row, page.total.currency, query.cost)}
                    check={
                      mayPlan ? (
                        <GapCheck gap={keyOf(row)} text={checkText(row)} mayPlan={row.can.plan} />
                      ) : undefined
                    }
                  />
                ))}
              </ol>
              <ChoiceBar />
            </GapChoiceProvider>
          </PlanFrameProvider>
        )}
      </Card>
      <p role="status" className="sr-only">
        {counted(page.items.length, "gap")} on this page
      </p>
      <Pager
        label="More gaps"
        next={page.nextCursor === null ? null : gapsPage.href(query, { cursor: page.nextCursor })}
        first={query.cursor === "" ? null : gapsPage.href(query)}
        className="mt-3"
      />
    </>
  );
}

/** The gaps of a page that the viewer may plan. */
const choosable = (page: GapPage): ChoosableGap[] =>
  page.items
    .filter((row) => row.can.plan)
    .map(({ service, serviceName, question, title, text }) => ({
      service,
      serviceName,
      question,
      title,
      text,
    }));

const checkText = ({ title, serviceName }: GapPage["items"][number]) => `${title} (${serviceName})`;

function Sub({ total, query }: { total: GapPage["total"]; query: GapListQuery }) {
  if (total.gaps === 0) return null;
  return (
    <>
      <Link href={gapsPage.href(query, { owner: ["none"] })} className="link">
        <Figured
          text={`${counted(total.unowned, "has", "have")} no owner`}
          figures={[countFigure(subjectOf(query), "gaps.unowned", total.unowned)]}
        />
      </Link>
      {total.overdue > 0 && (
        <>
          ,{" "}
          <Link href={gapsPage.href(query, { due: "overdue" })} className="link">
            <Figured
              text={`${counted(total.overdue, "is", "are")} overdue`}
              figures={[countFigure(subjectOf(query), "gaps.overdue", total.overdue)]}
            />
          </Link>
        </>
      )}
      . <LinkedText words={gapsAtLaunchWords(total, query)} /> <PricedCosts count={total.pricedCosts} />{" "}
      Incidents are estimates: each question&apos;s rate by the checklist, halved where the answer is “partly”
      {query.cost.length > 0 ? ", of the chosen costs only" : ""}.
    </>
  );
}

/** What narrows the list right now; pressing a chip takes its filter away. */
function GapListChips({ query, choices }: { query: GapListQuery; choices: ListChoices }) {
  if (!gapsPage.isNarrowed(query, ["sort", "cursor"])) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {query.q !== "" && <Chip name="Search" value={query.q} href={gapsPage.href(query, { q: "" })} />}
      {query.question !== "" && (
        <Chip name="Question" value={query.question} href={gapsPage.href(query, { question: "" })} />
      )}
      <ValueChips
        names={GAP_CHOICES}
        filters={GAP_FILTER_OPTIONS}
        choices={choices}
        query={query}
        href={(name, value) => toggleGapHref(query, name, value)}
      />
      {query.due !== "" && (
        <Chip name="Due" value={DUE_TEXT[query.due]} href={gapsPage.href(query, { due: "" })} />
      )}
      <ClearAll href={gapsPage.href({ sort: query.sort })} />
    </ul>
  );
}

/** Search, filters and order of the list of all gaps. Everything is in the address. */
function GapListToolbar({ query, choices }: { query: GapListQuery; choices: ListChoices }) {
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <SearchForm
        action="/gaps"
        value={query.q}
        placeholder="Service or team"
        label="Find gaps by service or team"
        keep={gapsPage.beside(query, ["q"])}
      />
      {OFFERED.map((name) => {
        const { label, values } = GAP_FILTER_OPTIONS[name];
        const options = values(choices).map(({ value, ...words }) => ({
          ...words,
          href: toggleGapHref(query, name, value),
          checked: (query[name] as readonly string[]).includes(value),
        }));
        return <FilterMenu key={name} label={label} options={options} />;
      })}
      <FilterMenu
        single
        label={query.due === "" ? "Due" : DUE_TEXT[query.due]}
        options={GAP_DUES.map((due) => ({
          label: DUE_TEXT[due],
          href: gapsPage.href(query, { due: due === query.due ? "" : due }),
          checked: due === query.due,
        }))}
      />
      <span className="md:ml-auto">
        <FilterMenu
          single
          label={SORT_TEXT[query.sort]}
          options={GAP_SORTS.map((sort) => ({
            label: SORT_TEXT[sort],
            href: gapsPage.href(query, { sort }),
            checked: sort === query.sort,
          }))}
        />
      </span>
    </div>
  );
}
