"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLaunchFrame } from "./launch-frame";
import { isSamePlace, placeKey } from "./named-questions";

const load = () => import("./dispose-dialog").then((module) => module.DisposeDialog);
const DisposeDialog = dynamic(load, { ssr: false });

/** Opens the gaps that wait for a decision, one after the other. */
export function WorkThrough({ main = false }: { main?: boolean | undefined }) {
  const { launch } = useLaunchFrame();
  const [run, setRun] = useState<{
    places: readonly { service: string; question: string }[];
    at: number;
  } | null>(null);
  const waiting = launch.blockers.filter(
    (blocker) =>
      blocker.disposition === null &&
      launch.gaps.some((gap) => isSamePlace(gap, blocker) && !gap.waiverAsked),
  );
  const place = run?.places[run.at];
  const gap = place && launch.gaps.find((each) => isSamePlace(each, place));
  if (waiting.length === 0 && !gap) return null;
  const next = () =>
    setRun((before) =>
      before && before.at + 1 < before.places.length ? { ...before, at: before.at + 1 } : null,
    );
  return (
    <>
      <Button variant={main ? "main" : "plain"} onClick={() => setRun({ places: waiting, at: 0 })}>
        Work through them
      </Button>
      {run && gap && (
        <DisposeDialog
          key={placeKey(gap)}
          gap={gap}
          where={`${run.at + 1} of ${run.places.length}`}
          onClose={(saved) => (saved ? next() : setRun(null))}
          onSkip={run.at + 1 < run.places.length ? next : undefined}
        />
      )}
    </>
  );
}
