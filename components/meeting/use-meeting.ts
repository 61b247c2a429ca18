"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { meetingHref, meetingPage } from "@/components/addresses/pages";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import {
  agendaProgress,
  besideStep,
  type MeetingStep,
  meetingGroups,
  meetingSteps,
  pointKey,
  shownGroups,
  stepAt,
  stepKey,
} from "./agenda-steps";
import { useParked } from "./use-parked";

const placeIn = (search: { get(name: string): string | null }): string =>
  meetingPage.read({ at: search.get("at") ?? undefined }).at;

/** Where a meeting is, which its address says, and the ways from there. */
export function useMeeting() {
  const { launch, questions } = useLaunchFrame();
  const [at, setAt] = useState(placeIn(useSearchParams()));
  const [parked, park] = useParked(launch.id);
  const [whole, setWhole] = useState(false);
  const agenda = meetingGroups(launch, questions, parked);
  const groups = shownGroups(agenda, { whole, at });
  const steps = meetingSteps(groups, launch);
  const isBegun = launch.meeting !== null;
  const step = stepAt(steps, at, isBegun);
  const key = stepKey(step);
  useEffect(() => {
    const hear = () => setAt(placeIn(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", hear);
    return () => window.removeEventListener("popstate", hear);
  }, []);
  // Once it is begun a decision leads nowhere by itself: people look at what was written down.
  useEffect(() => {
    if (!isBegun || at === key) return;
    setAt(key);
    window.history.replaceState(null, "", meetingHref(launch.id, key));
  }, [isBegun, at, key, launch.id]);
  const open = (to: string) => {
    if (to === key) return;
    // At once, and not when the router has followed: the next key is meant for what is shown then.
    setAt(to);
    window.history.pushState(null, "", meetingHref(launch.id, to));
  };
  const to = (by: 1 | -1): MeetingStep | null => besideStep(steps, step, by);
  return {
    ...{ groups, steps, step, open },
    progress: agendaProgress(agenda),
    next: to(1),
    back: to(-1),
    showAll: () => setWhole(true),
    /** Puts the point off to the end, and goes on; takes one that was put off back to its place. */
    park: () => {
      if (step.kind !== "point" || step.point.isDone) return;
      const next = to(1);
      park(pointKey(step.point), !step.point.isParked);
      if (!step.point.isParked && next) open(stepKey(next));
    },
  };
}
export type MeetingState = ReturnType<typeof useMeeting>;
