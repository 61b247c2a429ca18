"use client";

import { useState } from "react";
import { meetingHref } from "@/components/addresses/pages";
import { carriable } from "@/components/launch/gap-state";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { priceInWords, restInWords } from "@/components/launch/trade-words";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { counted } from "@/lib/domain/words";
import { type MeetingPoint, type MeetingStep, pointKey, stepKey } from "./agenda-steps";
import type { MeetingState } from "./use-meeting";

/** What the meeting talks about, in order, with what is done; on a phone folded under where it is. */
export function AgendaNav({ meeting }: { meeting: MeetingState }) {
  const { groups, steps, step, open, showAll, progress } = meeting;
  const { launch } = useLaunchFrame();
  const [unfolded, setUnfolded] = useState(false);
  const rest = steps.filter((each) => each.kind !== "point" && each.kind !== "prepare");
  const current = stepKey(step);
  const item = (to: string, children: React.ReactNode) => (
    <a
      href={meetingHref(launch.id, to)}
      aria-current={to === current ? "step" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        setUnfolded(false);
        open(to);
      }}
      className="grid min-h-9 grid-cols-[1.375rem_minmax(0,1fr)] items-start gap-x-2.25 rounded-md px-2.25 py-1.75 leading-[1.35] text-ink-2 hover:bg-sunk aria-[current]:bg-sunk aria-[current]:font-strong aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      {children}
    </a>
  );
  return (
    <nav aria-label="Agenda" className="text-base">
      <Button
        aria-expanded={unfolded}
        className="w-full justify-between! md:hidden"
        onClick={() => setUnfolded(!unfolded)}
      >
        <span>Agenda</span>
        <span className="font-normal text-ink-3">
          {progress.done} of {counted(progress.total, "point")} done
        </span>
      </Button>
      <div className={classNames("max-md:mt-2", !unfolded && "max-md:hidden")}>
        {item(
          "prepare",
          <>
            <Dot />
            <span>
              <StepName step={{ kind: "prepare" }} />
            </span>
          </>,
        )}
        {groups.map(({ key, title, points: own, hidden }) => (
          <section key={key} aria-label={title}>
            <h2 className="mx-2.25 mt-3.5 mb-1.5 text-sm font-strong text-ink-3">{title}</h2>
            <ul>
              {own.map((point) => (
                <li key={pointKey(point)}>{item(pointKey(point), <PointName point={point} />)}</li>
              ))}
            </ul>
            {hidden > 0 && (
              <Button variant="quiet" className="ml-6.5" onClick={showAll}>
                Show {hidden.toLocaleString("en")} more
              </Button>
            )}
          </section>
        ))}
        <section aria-label="Then">
          <h2 className="mx-2.25 mt-3.5 mb-1.5 text-sm font-strong text-ink-3">Then</h2>
          <ul>
            {rest.map((each) => (
              <li key={each.kind}>
                {item(
                  each.kind,
                  <>
                    <Dot />
                    <span>
                      <StepName step={each} />
                    </span>
                  </>,
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </nav>
  );
}

const Dot = () => (
  <span aria-hidden="true" className="grid size-5.5 place-items-center text-ink-3">
    ·
  </span>
);

function PointName({ point: { gap, service, title, isDone, isOpen } }: { point: MeetingPoint }) {
  const { launch } = useLaunchFrame();
  const of = launch.serviceStates.length > 1 && launch.serviceStates.find((each) => each.service === service);
  return (
    <>
      <VerdictMark verdict={isOpen || gap !== null ? (gap?.verdict ?? "yes") : "yes"} decorative />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <bdi className={classNames(isDone && "line-through decoration-line-strong decoration-2")}>
          {title}
        </bdi>
        {isDone && <span className="sr-only">, done</span>}
        {of && (
          <span className="block text-sm font-normal text-ink-3">
            <bdi>{of.name}</bdi>
          </span>
        )}
      </span>
    </>
  );
}

/** A step in a few words. */
export function StepName({ step }: { step: MeetingStep }) {
  const { launch } = useLaunchFrame();
  if (step.kind === "point") return <bdi>{step.point.title}</bdi>;
  if (step.kind === "prepare") return "Before the meeting";
  if (step.kind === "sign") return "Sign";
  const gaps = carriable(launch.gaps);
  if (gaps.length === 0) return `${counted(launch.carried.count, "gap is", "gaps are")} carried`;
  return `Carry ${restInWords(gaps)}, ${priceInWords(gaps, launch)}`;
}
