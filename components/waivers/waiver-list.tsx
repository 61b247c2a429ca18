import { gapsPage, type WaiversQuery, waiversPage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { Chip, ClearAll } from "@/components/filters/choice-chips";
import { ExportMenu } from "@/components/filters/export-menu";
import { FilterFold } from "@/components/filters/filter-fold";
import { FILTERS, type ListChoices } from "@/components/filters/filter-options";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterMenu } from "@/components/ui/filter-menu";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Pager } from "@/components/ui/pager";
import type { WaiverPage } from "@/lib/contracts/waivers";
import { toggledIn } from "@/lib/domain/page-address";
import { WAIVER_STATES } from "@/lib/domain/waiver";
import { counted } from "@/lib/domain/words";
import { GapsTabs } from "./gaps-tabs";
import { type WaiverFrame, WaiverItem } from "./waiver-item";
import { waiverSentence } from "./waiver-sentence";
import { STATE_TEXT } from "./waiver-words";

interface WaiverListProps {
  page: WaiverPage;
  query: WaiversQuery;
  choices: ListChoices;
  frame: WaiverFrame;
}

/** Every accepted risk, and every request for one: what waits, until when, who decided. */
export function WaiverList({ page, query, choices, frame }: WaiverListProps) {
  const narrowed = waiversPage.isNarrowed(query, ["cursor"]);
  const { endingSoon } = page.total;
  return (
    <>
      <GapsTabs current="waivers" />
      <HeadWithActions
        actions={<ExportMenu what="waivers" choice={{ team: query.team, service: query.service }} />}
      >
        <LinkedSentence
          words={waiverSentence(page, query)}
          sub={
            endingSoon > 0
              ? `${counted(endingSoon, "accepted risk ends", "accepted risks end")} within 30 days. An accepted gap is no blocker; it still counts as a gap, and its cost stays.`
              : "An accepted gap is no blocker; it still counts as a gap, and its cost stays."
          }
        />
      </HeadWithActions>
      <Card flush className="overflow-visible!">
        <div className="grid gap-2.5 border-b border-line px-4.5 py-3 print:hidden">
          <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
            <FilterFold count={query.state.length + query.team.length}>
              <FilterMenu
                label="State"
                options={WAIVER_STATES.map((state) => ({
                  href: waiversPage.href(query, { state: stateToggled(query, state) }),
                  label: STATE_TEXT[state].name,
                  note: String(page.total.byState[state]),
                  checked: query.state.includes(state),
                }))}
              />
              <FilterMenu
                label={FILTERS.team.label}
                options={FILTERS.team.values(choices).map(({ value, ...words }) => ({
                  ...words,
                  href: waiversPage.href(query, { team: toggledIn(query.team, value) }),
                  checked: query.team.includes(value),
                }))}
              />
            </FilterFold>
          </div>
          <Chips query={query} choices={choices} />
        </div>
        {page.items.length === 0 ? (
          <EmptyState
            title={narrowed ? "No waiver matches these filters." : "No risk was ever accepted."}
            action={
              narrowed ? (
                <ButtonLink href={waiversPage.href({})}>Clear the filters</ButtonLink>
              ) : (
                <ButtonLink href={gapsPage.href({}, { kind: ["blocker"] })}>Blockers</ButtonLink>
              )
            }
          >
            {narrowed
              ? "More values in one filter show more; another filter shows fewer."
              : "When a gap cannot be fixed in time, its team asks for a waiver from its plan; an admin or executive decides."}
          </EmptyState>
        ) : (
          <ol aria-label="Waivers">
            {page.items.map((waiver) => (
              <WaiverItem key={waiver.id} where {...{ waiver, frame }} />
            ))}
          </ol>
        )}
      </Card>
      <Pager
        label="More waivers"
        next={page.nextCursor === null ? null : waiversPage.href(query, { cursor: page.nextCursor })}
        first={query.cursor === "" ? null : waiversPage.href(query)}
        className="mt-3"
      />
    </>
  );
}

const stateToggled = (query: WaiversQuery, state: WaiversQuery["state"][number]) =>
  WAIVER_STATES.filter((each) => toggledIn(query.state, state).includes(each));

/** What narrows the list right now. */
function Chips({ query, choices }: Pick<WaiverListProps, "query" | "choices">) {
  if (!waiversPage.isNarrowed(query, ["cursor"])) return null;
  const teams = FILTERS.team.values(choices);
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {query.state.map((state) => (
        <Chip
          key={state}
          name="State"
          value={STATE_TEXT[state].name}
          href={waiversPage.href(query, { state: stateToggled(query, state) })}
        />
      ))}
      {query.team.map((team) => (
        <Chip
          key={team}
          name={FILTERS.team.label}
          value={teams.find((each) => each.value === team)?.label ?? team}
          href={waiversPage.href(query, { team: toggledIn(query.team, team) })}
        />
      ))}
      {query.service.map((service) => (
        <Chip
          key={service}
          name="Service"
          value={service}
          href={waiversPage.href(query, { service: toggledIn(query.service, service) })}
        />
      ))}
      <ClearAll href={waiversPage.href({})} />
    </ul>
  );
}
