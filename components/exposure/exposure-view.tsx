import type { ReactNode } from "react";
import { CHOICE_NAMES, type ExposureQuery, exposurePage, NO_CHOICE } from "@/components/addresses/pages";
import { amountOf, unitOf } from "@/components/figure/amount";
import { amountFigure, WHEN } from "@/components/figure/figure";
import { FigureOr } from "@/components/figure/figure-text";
import { LinkedSentence, LinkedText } from "@/components/figure/linked-sentence";
import { PricedCosts } from "@/components/figure/priced-costs";
import { Chip, ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import { ExportMenu } from "@/components/filters/export-menu";
import { goneTeams, type ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import type { PlanFrame } from "@/components/gaps/plan-context";
import { AsOfBanner } from "@/components/shell/as-of-banner";
import { AsOfControl } from "@/components/shell/as-of-control";
import { pastWords } from "@/components/shell/past-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { ExposureView as View } from "@/lib/contracts/exposure";
import { CostsCard } from "./costs-card";
import { CurveCard } from "./curve-card";
import { exposureSubject, isExposureNarrowed, toExposureFilters } from "./exposure-query";
import { exposureSentence, otherWords, shownWhen } from "./exposure-sentence";
import { effectLinks } from "./what-if/effect-links";
import { KeepTicks } from "./what-if/keep-ticks";
import { WhatIfCard } from "./what-if/what-if-card";
import { PartsCard, ServicesCard } from "./where-tables";

interface ExposureViewProps {
  view: View;
  query: ExposureQuery;
  choices: ListChoices;
  /** The name of the one service that is looked at, where it is one. */
  serviceName: string | null;
  frame: PlanFrame;
  /** The viewer may set prices. */
  mayPrice: boolean;
  timeZone: string;
  /** What stands over everything: that some of it is an example. */
  children?: ReactNode;
}

/** What do the gaps cost? The sentence first, then costs, a bad year, what to do about it, and where it is. */
export function ExposureView({
  view,
  query,
  choices,
  serviceName,
  frame,
  mayPrice,
  timeZone,
  children,
}: ExposureViewProps) {
  const when = shownWhen(view, query);
  const toolbar: ChoiceFrame = {
    query,
    choices,
    path: "/exposure",
    keep: exposurePage.beside(query, CHOICE_NAMES),
    href: (change) => exposurePage.href(query, change),
  };
  const { limit: _, asOf: __, ...choice } = toExposureFilters(query);
  const other = otherWords(view, query);
  return (
    <KeepTicks>
      {view.past && <ExposurePastBanner {...{ view, query, timeZone }} />}
      {children}
      <HeadWithActions
        className="mb-4"
        actions={
          <>
            <ButtonLink href="/exposure/model" className="whitespace-nowrap">
              Prices and rates
            </ButtonLink>
            <ExportMenu
              what="exposure"
              choice={{ ...choice, service: query.service === "" ? [] : [query.service], asOf: query.asOf }}
              when={view.past ? pastWords(view, query, timeZone) : null}
            />
            <AsOfControl
              day={view.past ? view.day : null}
              today={frame.today}
              href={(day) => exposurePage.href(query, { asOf: day ?? "", close: [] })}
            />
          </>
        }
      >
        <div className="[&_.say]:max-w-[39em]">
          <LinkedSentence
            words={exposureSentence(view, query)}
            sub={
              <>
                <LinkedText words={other} />
                {other.length > 0 && " "}
                <ModelLine view={view} mayPrice={mayPrice} />
              </>
            }
          />
        </div>
      </HeadWithActions>
      <SearchCarrier className="mb-4 grid gap-2.5">
        <ChoiceToolbar {...toolbar} />
        {query.service !== "" && (
          <ul aria-label="The service" className="flex">
            <Chip
              name="Service"
              value={serviceName ?? query.service}
              href={exposurePage.href(query, { service: "" })}
            />
          </ul>
        )}
        <ChoiceChips {...toolbar} />
      </SearchCarrier>
      {view.byTier.length === 0 && <NoServices query={query} />}
      {view.byTier.length > 0 && (
        <div className="grid gap-4.5">
          <WhenTabs view={view} query={query} />
          <div className="grid items-start gap-4.5 lg:grid-cols-[1.25fr_1fr]">
            <CostsCard view={view} when={when} query={query} />
            <CurveCard view={view} when={when} subject={exposureSubject(query)} />
          </div>
          {!view.past && (view.gaps.length > 0 || query.close.length > 0) && (
            <WhatIfCard
              key={JSON.stringify([choice, when])}
              gaps={view.gaps}
              more={view.nextCursor !== null}
              unit={unitOf(view)}
              links={effectLinks(query)}
              {...{ when, choice, frame }}
            />
          )}
          <div id="where" className="grid scroll-mt-30 items-start gap-4.5 lg:grid-cols-[1fr_1.25fr]">
            <PartsCard view={view} query={query} gone={goneTeams(choices)} />
            <ServicesCard view={view} query={query} />
          </div>
        </div>
      )}
    </KeepTicks>
  );
}

/** What is carried now, or what will be at launch: one at a time, since the two are never added (R6). */
function WhenTabs({ view, query }: { view: View; query: ExposureQuery }) {
  const unit = unitOf(view);
  const shown = shownWhen(view, query);
  const known = (when: "now" | "atLaunch") => {
    const { known: amount } = amountOf(view[when], unit);
    const figure = amountFigure(exposureSubject(query), `${WHEN[when]}.known`, amount, unit);
    return <FigureOr of={figure} amount={amount} />;
  };
  return (
    <div>
      <LinkTabs
        look="segments"
        label="Carried now, or at launch"
        tabs={[
          {
            label: <>Carried now {known("now")}</>,
            href: exposurePage.href(query, { when: "now" }),
            current: shown === "now",
          },
          {
            label: <>At launch {known("atLaunch")}</>,
            href: exposurePage.href(query, { when: "launch" }),
            current: shown === "atLaunch",
          },
        ]}
      />
    </div>
  );
}

interface ExposurePastBannerProps {
  view: View;
  query: ExposureQuery;
  timeZone: string;
}

/** That the exposure is one of the past, with the prices of then. */
function ExposurePastBanner({ view, query, timeZone }: ExposurePastBannerProps) {
  const when = pastWords(view, query, timeZone);
  return (
    <AsOfBanner
      what="the exposure, with the prices in force then,"
      when={when}
      now={exposurePage.href(query, { asOf: "" })}
    />
  );
}

/** What the figures rest on, in one calm line that leads there. */
export function ModelLine({ view, mayPrice }: { view: View; mayPrice: boolean }) {
  const { pricedCosts } = view.now;
  const link = (text: string) => (
    <Link href="/exposure/model" className="link">
      {text}
    </Link>
  );
  if (pricedCosts === 0) {
    return mayPrice ? (
      <>These are incidents, since no cost has a price yet. {link("Set prices")} to see money.</>
    ) : (
      <>
        These are incidents, since no cost has a price yet. An admin or executive sets them in{" "}
        {link("prices and rates")}.
      </>
    );
  }
  return (
    <>
      {view.model.example && "The prices are an example, not yours. "}
      <PricedCosts count={pricedCosts} /> Rates and prices are {link("assumptions")}; the sums assume that
      gaps cause separate incidents.
    </>
  );
}

/** What stands where no service is: filters that match none, an instant before the first, or none at all. */
function NoServices({ query }: { query: ExposureQuery }) {
  const narrowed = isExposureNarrowed(query);
  const past = query.asOf !== "";
  return (
    <Card>
      <EmptyState
        title={narrowed ? "Nothing to count." : past ? "There was no service yet." : "No service yet."}
        action={
          <>
            {narrowed && (
              <ButtonLink href={exposurePage.href(query, { ...NO_CHOICE, service: "" })}>
                Clear the filters
              </ButtonLink>
            )}
            {past && <ButtonLink href={exposurePage.href(query, { asOf: "" })}>Back to today</ButtonLink>}
            {!narrowed && !past && <ButtonLink href="/services">Services</ButtonLink>}
          </>
        }
      >
        {narrowed
          ? "More values in one filter show more; another filter shows fewer."
          : past
            ? "Choose a later day to see what there was."
            : "Gaps are what a service answers with no, partly or not at all: the first assessment shows what they cost."}
      </EmptyState>
    </Card>
  );
}
