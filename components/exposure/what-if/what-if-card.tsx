"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import {
  MOST_TICKS,
  readTick,
  readTicks,
  searchWithTicks,
  type Tick,
  tickText,
  withTick,
} from "@/components/addresses/ticks";
import type { PlanFrame } from "@/components/gaps/plan-context";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { onDemand } from "@/components/ui/on-demand";
import { send } from "@/lib/client/request";
import { useRested } from "@/lib/client/use-rested";
import type { WhatIfFilters, WorthGap } from "@/lib/contracts/exposure";
import { amountText, effortText, type Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import type { When } from "../exposure-sentence";
import type { EffectLinks } from "./effect-links";
import { EffectPanel } from "./effect-panel";
import { CHOICE_GRID, ChoiceHead, GapChoice } from "./gap-choice";
import { listedQuestions, type WholeQuestion } from "./questions";
import { usePinned } from "./use-pinned";
import { worthText } from "./worth-text";

const PlanFixesDialog = onDemand(() =>
  import("./plan-fixes-dialog").then((module) => module.PlanFixesDialog),
);

/** Known gaps first, unknown ones apart (R1); or a question in every service at once. */
const BYS = [
  ["known", "Known"],
  ["unknown", "Unknown"],
  ["question", "Whole questions"],
] as const;
type By = (typeof BYS)[number][0];

const WHOSE = { now: "live services", atLaunch: "services not live yet" } as const;

/** How many choices stand there at first, and how many more come at a time. */
const STEP = 12;

interface WhatIfCardProps {
  /** Of what is looked at, by worth. */
  gaps: readonly WorthGap[];
  /** There are more gaps than these. */
  more: boolean;
  when: When;
  unit: Unit;
  links: EffectLinks;
  /** Which services it is about. */
  choice: WhatIfFilters;
  frame: PlanFrame;
}

/** What if these were closed? Gaps and whole questions to tick, and what would be left. */
export function WhatIfCard({ gaps, more, when, unit, links, choice, frame }: WhatIfCardProps) {
  const { ticks, set } = useTicks();
  const [by, setBy] = useState<By>(gaps.some(({ known }) => known) ? "known" : "unknown");
  const [shown, setShown] = useState(STEP);
  const [planning, setPlanning] = useState(false);
  const { result, isBehind, error, again } = useWhatIf(ticks, choice);
  const full = ticks.length >= MOST_TICKS;
  const onTick = (tick: Tick) => set(withTick(ticks, tick));
  const common = { unit, ticks, full, onTick };
  const pinned = usePinned(result, gaps, ticks);
  const wholes = by === "question" ? listedQuestions(gaps, result?.gaps ?? [], ticks) : [];
  const single = by === "question" ? [] : gaps.filter(({ known }) => known === (by === "known"));
  const count = single.length + wholes.length;
  const mayPlan = frame.people.length > 0 && result?.gaps.some(({ plan }) => plan !== false);
  return (
    <Card title="What if these were closed?" aside={`gaps of ${WHOSE[when]}, by what they are worth`}>
      <div id="what-if" className="grid scroll-mt-30 gap-x-7 gap-y-4 md:grid-cols-[1fr_21rem]">
        <div className="min-w-0">
          <fieldset className="mb-2.5 inline-flex gap-0.5 rounded-lg bg-sunk p-0.5 print:hidden">
            <legend className="sr-only">What to tick</legend>
            {BYS.map(([each, label]) => (
              <button
                key={each}
                type="button"
                aria-pressed={by === each}
                onClick={() => {
                  setBy(each);
                  setShown(STEP);
                }}
                className="min-h-6 rounded-md px-2.5 py-1 text-[0.8125rem] whitespace-nowrap font-medium text-ink-2 hover:text-ink aria-pressed:bg-card aria-pressed:text-ink aria-pressed:shadow-card"
              >
                {label}
              </button>
            ))}
          </fieldset>
          {by === "question" && (
            <p className="mb-2 text-sm text-ink-3">
              Ticking a question closes it in every service, live or not. Figures in this list cover{" "}
              {WHOSE[when]}
              {more && ", and only the gaps that weigh most"}.
            </p>
          )}
          <ChoiceHead unit={unit} />
          {pinned.length > 0 && (
            <ul aria-label="Ticked elsewhere" className="mb-2 rounded-md bg-sunk">
              {pinned.map((gap) => (
                <GapChoice key={`${gap.service} ${gap.question}`} gap={gap} {...common} />
              ))}
            </ul>
          )}
          <ul>
            {single.slice(0, shown).map((gap) => (
              <GapChoice key={`${gap.service} ${gap.question}`} gap={gap} {...common} />
            ))}
            {wholes.slice(0, shown).map((whole) => (
              <QuestionChoice key={whole.question} whole={whole} {...common} />
            ))}
          </ul>
          <p className="mt-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
            {count > shown && (
              <Button onClick={() => setShown(shown + STEP)}>
                Show {Math.min(STEP, count - shown)} more
              </Button>
            )}
            {full && `You can tick at most ${MOST_TICKS}: tick whole questions instead.`}
            {count <= shown &&
              more &&
              by !== "question" &&
              "Filter by team or tier to see gaps that weigh less."}
          </p>
        </div>
        <aside
          aria-label="What would be left"
          className={classNames(
            "self-start md:sticky md:top-16 print:hidden",
            ticks.length > 0 &&
              "max-md:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4.5 max-md:border-t max-md:border-line-strong max-md:bg-card max-md:px-4.5 max-md:py-3",
          )}
        >
          <EffectPanel
            {...{ result, isBehind, error, when, links }}
            ticked={ticks.length}
            onAgain={again}
            onClear={() => set([])}
            onPlan={mayPlan ? () => setPlanning(true) : null}
          />
        </aside>
      </div>
      {planning && result !== null && (
        <PlanFixesDialog
          gaps={result.gaps}
          total={result.total.gaps}
          frame={frame}
          unit={unit}
          onClose={() => setPlanning(false)}
        />
      )}
    </Card>
  );
}

const inAddress = (search: string): string => new URLSearchParams(search).getAll("close").join(" ");

/** The ticked gaps. They stand in the address, so that they can be shared and are there after a reload. */
function useTicks() {
  const params = useSearchParams();
  const [ticks, setTicks] = useState<readonly Tick[]>(() => readTicks(params.getAll("close")));
  const written = useRef(params.getAll("close").join(" "));
  const text = params.getAll("close").join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an address that somebody else wrote counts
  useEffect(() => {
    if (inAddress(window.location.search) === written.current) return;
    written.current = text;
    setTicks(readTicks(params.getAll("close")));
  }, [text]);
  return {
    ticks,
    set: (next: readonly Tick[]) => {
      setTicks(next);
      written.current = next.map(tickText).join(" ");
      const { pathname, search, hash } = window.location;
      window.history.replaceState(null, "", pathname + searchWithTicks(search, next) + hash);
    },
  };
}

/** How long one waits for the next tick before asking, in milliseconds. */
const PAUSE_MS = 150;

/**
 * What closing the ticked gaps would change. Asks a moment after the last tick; until the answer is there the one
 * before stands, and a failure is kept beside it.
 */
function useWhatIf(ticks: readonly Tick[], choice: WhatIfFilters) {
  const text = ticks.map(tickText).join(" ");
  const asked = useRested(text, PAUSE_MS);
  const query = useQuery({
    queryKey: ["what-if", asked, choice],
    queryFn: ({ signal }) =>
      send("POST /api/v1/exposure/what-if", {
        body: {
          close: asked.split(" ").flatMap((each) => readTick(each) ?? []),
        },
        query: choice,
        signal,
        background: true,
      }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: 1,
  });
  return {
    result: ticks.length === 0 ? null : (query.data ?? null),
    isBehind: query.isFetching || asked !== text,
    error: query.error,
    again: () => void query.refetch(),
  };
}

interface QuestionChoiceProps {
  whole: WholeQuestion;
  unit: Unit;
  ticks: readonly Tick[];
  full: boolean;
  onTick: (tick: Tick) => void;
}

/** One question that can be supposed to be closed in every service that has it open. */
function QuestionChoice({ whole, unit, ticks, full, onTick }: QuestionChoiceProps) {
  const { question, now, atLaunch, effortDays } = whole;
  const ticked = ticks.some((tick) => tickText(tick) === question);
  const services = now.services + atLaunch.services;
  const days = Math.max(effortDays, 0.1);
  const perDay = unit !== null && now.expectedLoss !== null ? now.expectedLoss / days : null;
  return (
    <li className={`${CHOICE_GRID} border-t border-line py-1.5 text-right`}>
      <div className="min-w-0 text-left">
        <Checkbox
          label={<bdi title={whole.text}>{whole.title}</bdi>}
          checked={ticked}
          disabled={full && !ticked}
          onChange={() => onTick({ question })}
        />
        <p className="ml-6 flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
          <Link
            href={`/gaps?question=${question}`}
            className="min-h-6 content-center font-strong text-ink-2 hover:underline"
          >
            {counted(services, "service")}
          </Link>
          <span>{AREA_TEXT[whole.area].name}</span>
          {atLaunch.services > 0 && now.services > 0 && <span>at launch: {worthText(atLaunch, unit)}</span>}
        </p>
      </div>
      <span className="font-strong tabular-nums">
        {worthText(now.services > 0 ? now : atLaunch, unit)}
        {now.services === 0 && <span className="block text-xs font-normal text-ink-3">at launch</span>}
      </span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">{effortText(effortDays)}</span>
      <span className="text-ink-3 tabular-nums max-sm:hidden">
        {perDay === null ? "–" : amountText(perDay, unit)}
      </span>
    </li>
  );
}
