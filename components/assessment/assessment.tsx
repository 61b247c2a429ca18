"use client";

import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { showKeys, useDeclaredKeys } from "@/components/keys/page-keys";
import { useKeyChoice } from "@/components/keys/use-key-choice";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { AnswerStore } from "@/lib/client/assessment/answer-store";
import { contentOf } from "@/lib/client/assessment/draft";
import { projected } from "@/lib/client/assessment/projected";
import { useAnswerStore } from "@/lib/client/assessment/use-answer-store";
import { useArrivals } from "@/lib/client/assessment/use-arrivals";
import { useScorecard } from "@/lib/client/assessment/use-scorecard";
import { usePresence } from "@/lib/client/presence/use-presence";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { isLinkable } from "@/lib/domain/text";
import { AREAS } from "@/lib/domain/vocabulary";
import { AreaSection } from "./area-section";
import { AreasNav } from "./areas-nav";
import { AssessHeading, LostTexts, NothingShown, ReadOnlyNotice, ShowSwitch } from "./assess-head";
import { assessSentence } from "./assess-sentence";
import { type AssessmentFrame, AssessmentProvider } from "./assessment-context";
import { Finish } from "./finish";
import { KEY_SET } from "./keys";
import { PeopleHere } from "./people-here";
import { placeToBegin, type Show } from "./places";
import { QuestionWhy } from "./question-why";
import { SaveSummary } from "./save-summary";
import { isAtFinish, useActions } from "./use-actions";
import { useCurrentQuestion } from "./use-current-question";
import { useHeldPlace } from "./use-held-place";
import { useKeys } from "./use-keys";
import { useShownQuestions } from "./use-shown-questions";

interface AssessmentProps {
  initial: Scorecard;
  me: { id: string; name: string };
  timeZone: string;
  /** Which questions the address asks for. */
  show: Show;
}

/** What is true today: every question of a service on one page, answered by keyboard or without, saved as you go. */
export function Assessment({ initial, me, timeZone, show: start }: AssessmentProps) {
  const ours = useRef<AnswerStore | null>(null);
  const { data: scorecard } = useScorecard(
    initial,
    (question, version) => (ours.current?.book.newest(question)?.version ?? 0) >= version,
  );
  const [said, say] = useAnnouncer();
  const { store, locals } = useAnswerStore(me.id, scorecard, say);
  useEffect(() => {
    ours.current = store;
  }, [store]);
  const shown = useMemo(() => projected(scorecard, locals), [scorecard, locals]);
  const { service, asOf } = scorecard;
  const { questions } = shown;
  const asked = useMemo(() => new Set(scorecard.questions.map(({ key }) => key)), [scorecard.questions]);
  const { show, list, choose: chooseShow, include } = useShownQuestions(questions, start, me.id);
  const [begin] = useState(() => placeToBegin(list));
  const question = useCurrentQuestion(begin, (key) => asked.has(key));
  const { current } = question;
  // however one comes to a question, also by the address: it is there
  useEffect(() => {
    if (current !== "") include(current);
  }, [current, include]);
  const open = useCallback(
    (key: string, focus: boolean) => {
      // it may be the current one, and not be shown
      include(key);
      question.open(key, focus);
    },
    [include, question.open],
  );
  const here = list.find(({ key }) => key === current);
  useHeldPlace(`${show} ${current}`);
  const whose = { me: me.id, since: initial.asOf };
  const others = usePresence({ ...whose, service }, here?.key ?? null);
  const arrivals = useArrivals({ ...whose, service: service.id }, (question, name) => {
    if (question === here?.key) say(`${name} answered question ${here.number}.`);
  });
  const readOnly = !service.can.answer;
  const [keysOn] = useKeyChoice();
  useDeclaredKeys(KEY_SET);
  const { act, choose, saveAndMoveOn } = useActions({
    ...{ store, questions: list, current: here?.key ?? "", open, say, readOnly },
  });
  useKeys(keysOn, act);
  usePastedLink(readOnly ? null : store, here?.key ?? "");

  const { slug, name } = service;
  const { currency } = initial;
  const frame = useMemo<AssessmentFrame>(
    () => ({
      ...{ store, me, timeZone, readOnly, keysOn, choose, open, saveAndMoveOn },
      service: { slug, name },
      currency,
    }),
    [store, me, timeZone, readOnly, keysOn, choose, open, saveAndMoveOn, slug, name, currency],
  );
  /** Links to questions open them, without an entry in the history for each. */
  function followInPage(event: MouseEvent<HTMLElement>): void {
    const link = (event.target as Element).closest?.('a[href^="#"]');
    const key = link?.getAttribute("href")?.slice(1) ?? "";
    if (!asked.has(key) || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(key, true);
  }

  return (
    <AssessmentProvider value={frame}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only hears the links inside, which have keys of their own */}
      <main
        id="main"
        tabIndex={-1}
        onClick={followInPage}
        className="mx-auto w-full max-w-page px-4 pb-15 md:grid md:grid-cols-[200px_minmax(0,1fr)] md:gap-7.5 md:px-7 md:pt-6 min-[73rem]:grid-cols-[212px_minmax(0,1fr)_300px] xl:grid-cols-[232px_minmax(0,1fr)_318px]"
      >
        <div className="md:sticky md:top-18 md:max-h-[calc(100dvh-5rem)] md:self-start md:overflow-y-auto max-md:contents">
          <div className="grid gap-0.5 max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2.5 max-md:pt-4 md:px-2.5 md:pb-3">
            <Link href={`/services/${slug}`} className="w-fit font-semibold hover:underline">
              <bdi>{name}</bdi>
            </Link>
            <p className="text-ink-3">
              {shown.counts.answered} of {questions.length} answered
              {shown.score !== null && ` · score ${shown.score}`}
            </p>
            <div className="md:mt-1.5">
              <StandingPill standing={shown.standing} lifecycle={service.lifecycle} />
            </div>
            <div className="max-md:flex max-md:min-h-6 max-md:basis-full max-md:flex-row-reverse max-md:items-center max-md:justify-between">
              <PeopleHere people={others.people} questions={questions} />
              {!readOnly && (
                <div className="text-[0.75rem] text-ink-3">
                  <SaveSummary locals={locals} timeZone={timeZone} />
                </div>
              )}
            </div>
          </div>
          <div className="max-md:sticky max-md:top-12 max-md:z-10 max-md:-mx-4 max-md:mt-2 max-md:border-b max-md:border-line max-md:bg-paper max-md:px-2 max-md:py-1">
            <AreasNav questions={questions} current={here?.area} />
          </div>
          <Button variant="quiet" kbd="?" className="mt-3 ml-0.5 w-fit max-md:hidden" onClick={showKeys}>
            All keys
          </Button>
        </div>

        <div className="min-w-0 max-md:pt-3">
          <AssessHeading words={assessSentence(shown, name, current, asOf)} readOnly={readOnly} />
          <div className="mt-4 grid gap-3 empty:hidden">
            <ReadOnlyNotice service={service} />
            <LostTexts locals={locals} asked={asked} />
          </div>
          <div className="mt-4">
            <ShowSwitch
              {...{ questions, show }}
              me={me.id}
              onChoose={(next) => {
                const chosen = chooseShow(next);
                if (chosen.length > 0 && !chosen.some(({ key }) => key === current)) {
                  question.open(placeToBegin(chosen), false);
                }
              }}
            />
          </div>
          {list.length === 0 && show !== "" && <NothingShown show={show} />}
          {AREAS.map((area) => {
            const inArea = list.filter((question) => question.area === area);
            if (inArea.length === 0) return null;
            return (
              <AreaSection
                key={area}
                {...{ area, locals, current, arrivals }}
                there={others.at}
                questions={inArea}
                now={asOf}
              />
            );
          })}
          <Finish {...{ shown, service }} />
        </div>

        {here && (
          <section
            aria-label="About this question"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
            tabIndex={0}
            className="top-18 hidden max-h-[calc(100dvh-5.5rem)] self-start overflow-y-auto min-[73rem]:sticky min-[73rem]:block"
          >
            <QuestionWhy question={here} />
          </section>
        )}
      </main>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
    </AssessmentProvider>
  );
}

/** Words for those who listen: put `said` into a polite live region. The same words twice are said twice. */
function useAnnouncer(): [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState("");
  const say = useCallback(
    (words: string) => setSaid((before) => (before === words ? `${words}\u00A0` : words)),
    [],
  );
  return [said, say];
}

/**
 * An address pasted while nothing is being typed becomes evidence of the open question.
 * @param store null: not now
 * @param question "" while none is shown as open
 */
function usePastedLink(store: AnswerStore | null, question: string): void {
  useEffect(() => {
    if (!store) return;
    const hear = (event: ClipboardEvent) => {
      const target = event.target as Element | null;
      if (target?.closest?.('input:not([type="radio"]), textarea, [role="dialog"]') || isAtFinish()) return;
      const url = event.clipboardData?.getData("text/plain").trim() ?? "";
      const answer = store.book.newest(question);
      if (!answer || !isLinkable(url)) return;
      event.preventDefault();
      const { evidence } = store.book.of(question).draft ?? contentOf(answer);
      if (evidence.some((link) => link.url === url)) return;
      store.edit(question, { evidence: [...evidence, { label: "", url }] }, "now");
    };
    document.addEventListener("paste", hear);
    return () => document.removeEventListener("paste", hear);
  }, [store, question]);
}
