"use client";

import { useEffect, useRef } from "react";
import { launchHref, minutesHref } from "@/components/addresses/pages";
import { useKeyChoice } from "@/components/keys/use-key-choice";
import { type LaunchFrame, useLaunchDialogs, useLaunchFrame } from "@/components/launch/launch-frame";
import { LaunchFrameProvider } from "@/components/launch/launch-frame-provider";
import { daysAway, weekdayInWords } from "@/components/launch/launch-words";
import { personIn } from "@/components/launch/named-questions";
import { Mark } from "@/components/shell/mark";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { daysBetween } from "@/lib/domain/as-of";
import { AgendaNav, StepName } from "./agenda-nav";
import { pointKey, stepKey } from "./agenda-steps";
import { DecideBar } from "./decide-bar";
import { MeetingSide } from "./meeting-side";
import { StageCarry } from "./stage-carry";
import { StagePoint } from "./stage-point";
import { StagePrepare } from "./stage-prepare";
import { StageSign } from "./stage-sign";
import { type MeetingState, useMeeting } from "./use-meeting";
import { useMeetingKeys } from "./use-meeting-keys";

/** The meeting about a launch on one shared screen: one thing at a time, the decision at the bottom, read from six metres. */
export function MeetingView({ frame }: { frame: LaunchFrame }) {
  return (
    <LaunchFrameProvider frame={frame}>
      <Meeting />
    </LaunchFrameProvider>
  );
}

function Meeting() {
  const { launch } = useLaunchFrame();
  const meeting = useMeeting();
  const { step, next, back, open, park } = meeting;
  const { ask, isOpen } = useLaunchDialogs();
  const [keysChosen, setKeys] = useKeyChoice();
  // No key is meant for what stands behind a dialog, also while its code is still on its way.
  const keysOn = keysChosen && !isOpen;
  const canNote = launch.can.note;
  const takeNote = () => ask({ about: "note", point: step.kind === "point" ? step.point.title : null });
  useMeetingKeys(keysOn, ({ kind }) => {
    if (kind === "next" && next) open(stepKey(next));
    else if (kind === "back" && back) open(stepKey(back));
    else if (kind === "park" && step.kind === "point") park();
    else if (kind === "note" && canNote) takeNote();
    else return false;
    return true;
  });
  const point = step.kind === "point" && launch.can.dispose ? step.point : null;
  return (
    <div
      data-wall=""
      className="flex min-h-dvh flex-col md:grid md:h-dvh md:grid-cols-[17rem_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)_auto] min-[75rem]:grid-cols-[18.75rem_minmax(0,1fr)_17rem]"
    >
      <MeetingBar />
      <div className="contents md:block md:overflow-y-auto md:border-r md:border-line min-[75rem]:contents">
        <div className="order-3 border-t border-line px-4 py-4 md:border-0 md:px-3 md:py-4.5 min-[75rem]:col-start-1 min-[75rem]:row-start-2 min-[75rem]:overflow-y-auto min-[75rem]:border-r min-[75rem]:border-line">
          <AgendaNav meeting={meeting} />
        </div>
        <aside
          aria-label="So far, and who signs"
          className="order-4 border-t border-line px-4 py-4 md:mx-2.25 md:px-3 md:py-4.5 min-[75rem]:col-start-3 min-[75rem]:row-start-2 min-[75rem]:mx-0 min-[75rem]:overflow-y-auto min-[75rem]:border-t-0 min-[75rem]:border-l min-[75rem]:px-4.5"
        >
          <MeetingSide atSignatures={step.kind === "sign"} keysOn={keysChosen} onKeysChange={setKeys} />
        </aside>
      </div>
      <main
        id="main"
        tabIndex={-1}
        className="order-1 px-4 py-5 md:col-start-2 md:row-start-2 md:overflow-y-auto md:px-10 md:py-8 min-[90rem]:px-14 min-[90rem]:py-10"
      >
        <Stage meeting={meeting} />
      </main>
      <div className="contents border-t border-line bg-card md:col-span-full md:row-start-3 md:flex md:max-h-[62dvh] md:items-start md:gap-5 md:overflow-y-auto md:px-6 md:py-4">
        <DecideBar key={point ? pointKey(point) : ""} {...{ point, keysOn }}>
          {next && (
            <p className="text-lg text-ink-3">
              Next: <StepName step={next} />
            </p>
          )}
        </DecideBar>
        <Ways meeting={meeting} onNote={canNote ? takeNote : null} />
      </div>
    </div>
  );
}

/** What the meeting is at. Its heading takes the focus when the meeting goes there, so that it is read aloud. */
function Stage({ meeting: { step, open } }: { meeting: MeetingState }) {
  const at = stepKey(step);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    const main = document.getElementById("main");
    main?.querySelector("h1")?.focus({ preventScroll: true });
    main?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }, [at]);
  switch (step.kind) {
    case "prepare":
      return <StagePrepare onBegun={open} />;
    case "point":
      return <StagePoint {...step} />;
    case "carry":
      return <StageCarry />;
    case "sign":
      return <StageSign />;
  }
}

function MeetingBar() {
  const { launch, today } = useLaunchFrame();
  const days = daysAway(daysBetween(today, launch.targetDate));
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-card px-4 py-2.5 md:col-span-full md:px-6 md:py-3">
      <Link href={launchHref(launch.id)} className="-m-1.5 min-w-0 rounded-md p-1.5 text-lg">
        <Mark word={launch.title} />
      </Link>
      <p className="min-w-0 text-ink-3 max-md:order-last max-md:w-full md:text-lg">
        launch on {weekdayInWords(launch.targetDate, today)}, {days}
        {" · facilitated by "}
        <bdi>{personIn(launch.people, launch.facilitator)}</bdi>
      </p>
      <ButtonLink href={minutesHref(launch.id)} className="ml-auto">
        Minutes
      </ButtonLink>
    </header>
  );
}

/** The ways on: next, back, park, a note. On a phone they stay at the bottom of the screen. */
function Ways({ meeting, onNote }: { meeting: MeetingState; onNote: (() => void) | null }) {
  const { step, next, back, open, park } = meeting;
  const isPoint = step.kind === "point" && !step.point.isDone;
  return (
    <section
      aria-label="Go on"
      className="order-5 flex gap-2 border-t border-line bg-card px-4 py-2.5 max-md:sticky max-md:bottom-0 max-md:z-10 max-md:mt-auto md:ml-auto md:grid md:w-52 md:shrink-0 md:grid-cols-2 md:border-0 md:p-0"
    >
      {next && (
        <Button
          variant="main"
          size="large"
          kbd="→"
          className="order-last flex-1 md:order-first md:col-span-2"
          onClick={() => open(stepKey(next))}
        >
          {next.kind === "sign" ? "To the signatures" : "Next"}
        </Button>
      )}
      <Button kbd="←" disabled={!back} onClick={() => back && open(stepKey(back))}>
        Back
      </Button>
      {isPoint && (
        <Button kbd="p" onClick={park}>
          {step.point.isParked ? "Unpark" : "Park"}
        </Button>
      )}
      {onNote && (
        <Button kbd="n" onClick={onNote}>
          Note
        </Button>
      )}
    </section>
  );
}
