import {
  CHOICE_NAMES,
  GAP_LOOK,
  type GapListQuery,
  gapsPage,
  servicesOfGaps,
} from "@/components/addresses/pages";
import { countFigure } from "@/components/figure/figure";
import { Figured } from "@/components/figure/figure-text";
import { LinkedSentence, LinkedText } from "@/components/figure/linked-sentence";
import { PricedCosts } from "@/components/figure/priced-costs";
import { ExportMenu } from "@/components/filters/export-menu";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { lineOfRow } from "@/components/gaps/gap-line";
import { GapHead, GapRow } from "@/components/gaps/gap-row";
import { type PlanFrame, PlanFrameProvider } from "@/components/gaps/plan-context";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatTime } from "@/components/ui/format-time";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { Pager } from "@/components/ui/pager";
import { GapsTabs } from "@/components/waivers/gaps-tabs";
import type { GapPage, GroupedGaps, GapRow as Row } from "@/lib/contracts/gaps";
import { amongGapsName } from "@/lib/domain/filters";
import { counted } from "@/lib/domain/words";
import { ChoiceBar } from "./choosing/choice-bar";
import { GapChoiceProvider } from "./choosing/choice-context";
import { type ChoosableGap, keyOf } from "./choosing/chosen-gaps";
import { AllCheck, GapCheck } from "./choosing/gap-checks";
import { GapGroups } from "./gap-groups";
import { gapListSentence, gapsAtLaunchWords, subjectOf } from "./gap-list-sentence";
import { cleared, GapListChips, GapListToolbar } from "./gap-list-toolbar";
import { GapSections, LIVE, worthSection } from "./gap-sections";

/** What narrows a list of gaps to some services. */
const SERVICES = ["service", ...CHOICE_NAMES.map(amongGapsName)];

/** The orders that never compare what is carried now with what comes with a launch. */
const BY_WORTH: readonly GapListQuery["sort"][] = ["worth", "worthPerDay", "incidents"];

interface GapListProps {
  /** Of a list by question, the sum alone. */
  page: GapPage;
  /** The gaps by their question, where the address asks for that. */
  groups: GroupedGaps["groups"] | null;
  query: GapListQuery;
  choices: ListChoices;
  /** How many services are in use, whose gaps these are. */
  services: number;
  /** Who can own a gap, and the organisation's day. */
  frame: PlanFrame;
  timeZone: string;
}

/** Every gap of every service: what is open, what it causes, who closes it by when. */
export function GapList({ page, groups, query, choices, services, frame, timeZone }: GapListProps) {
  const narrowed = gapsPage.isNarrowed(query, GAP_LOOK);
  // what the file of gaps alone knows; the filters of services are known to every file
  const ofGaps = gapsPage.entries(query, [...SERVICES, ...GAP_LOOK]);
  const mayPlan = page.items.some((row) => row.can.plan);
  const { currency, pricedCosts } = page.total;
  const unit = currency === null || pricedCosts === 0 ? null : { currency };
  const titleOf = (row: Row) => {
    if (!BY_WORTH.includes(query.sort)) return LIVE;
    const priced = row.expectedLoss !== null || query.sort === "incidents";
    return worthSection(row.lifecycle === "live", priced, unit !== null, query.sort === "worthPerDay");
  };
  return (
    <>
      <GapsTabs current="gaps" />
      <HeadWithActions
        actions={
          <ExportMenu
            what="gaps"
            choice={{
              ...servicesOfGaps(query),
              service: query.service,
              ofGaps: new URLSearchParams(ofGaps).toString(),
            }}
          />
        }
      >
        <LinkedSentence
          words={gapListSentence(page.total, query, narrowed, services)}
          sub={<Sub total={page.total} query={query} />}
        />
      </HeadWithActions>
      <Card flush className="overflow-visible!">
        <SearchCarrier className="grid gap-2.5 border-b border-line px-4.5 py-3">
          <GapListToolbar query={query} choices={choices} />
          <GapListChips query={query} choices={choices} asked={(groups ?? page.items)[0]?.title} />
        </SearchCarrier>
        {page.total.gaps === 0 || (groups === null && page.items.length === 0) ? (
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
                <ButtonLink href={cleared(query)}>Clear the filters</ButtonLink>
              ) : (
                services === 0 && <ButtonLink href="/services">Services</ButtonLink>
              )
            }
          >
            {narrowed
              ? "More values in one filter show more; another filter shows fewer."
              : services === 0
                ? "Gaps are what a service answers with no, partly or not at all: the first assessment finds them."
                : "Every question that counts is answered yes, in every service, and none of it is stale."}
          </EmptyState>
        ) : groups !== null ? (
          <GapGroups groups={groups} query={query} unit={unit} />
        ) : (
          <PlanFrameProvider frame={frame}>
            <GapChoiceProvider gaps={choosable(page)}>
              <GapHead lead={query.sort} check={mayPlan ? <AllCheck /> : undefined} />
              <GapSections rows={page.items} plain={LIVE} titleOf={titleOf} rising={query.sort === "effort"}>
                {(row) => (
                  <GapRow
                    key={keyOf(row)}
                    gap={{
                      ...lineOfRow(row, page.total.currency, query.cost, query.sort),
                      openedOn: query.sort === "age" ? formatTime(row.openedAt, timeZone) : null,
                    }}
                    check={
                      mayPlan ? (
                        <GapCheck gap={keyOf(row)} text={checkText(row)} mayPlan={row.can.plan} />
                      ) : undefined
                    }
                  />
                )}
              </GapSections>
              <ChoiceBar />
            </GapChoiceProvider>
          </PlanFrameProvider>
        )}
      </Card>
      <p role="status" className="sr-only">
        {groups === null
          ? `${counted(page.items.length, "gap")} on this page`
          : `${counted(groups.length, "line")}, one for each question`}
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
    .map(({ service, serviceName, team, teamName, question, title, text }) => ({
      service,
      serviceName,
      team,
      teamName,
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
