"use client";

import { useState } from "react";
import { toasts } from "@/components/ui/toast-store";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import { DisposeDialog } from "./dispose-dialog";
import { nextToDecide } from "./gap-state";
import { useLaunchFrame } from "./launch-frame";
import { type GapPlace, isSamePlace, namesIn, placeKey } from "./named-questions";

interface DisposeRunProps {
  places: readonly GapPlace[];
  /** They are worked through, and which of how many it is is said. */
  many: boolean;
  onClose: () => void;
}

/** Decides about gaps, one after the other: those that somebody else decided about meanwhile are passed over, and named. */
export function DisposeRun({ places, many, onClose }: DisposeRunProps) {
  const { launch, questions } = useLaunchFrame();
  // Each as it was when its turn came: what is decided is about what was read, and a newer answer is a conflict.
  const [now, setNow] = useState<{ at: number; gap: LaunchGap | undefined }>(() => ({
    at: 0,
    gap: launch.gaps.find((gap) => places.slice(0, 1).some((place) => isSamePlace(gap, place))),
  }));
  if (!now.gap) return null;
  const goOn = (there: Launch): void => {
    const { next, passed } = nextToDecide(places, now.at, there);
    const [only] = passed;
    if (only) {
      const { title } = namesIn(there, questions);
      const what =
        passed.length === 1 ? `“${title(only.question, only.service)}”` : `${passed.length} of them`;
      toasts.show({ text: `Somebody else has decided about ${what}.` });
    }
    if (next) setNow(next);
    else onClose();
  };
  return (
    <DisposeDialog
      key={placeKey(now.gap)}
      gap={now.gap}
      where={many ? `${now.at + 1} of ${places.length}` : undefined}
      onClose={(saved) => (saved ? goOn(saved) : onClose())}
      onSkip={now.at + 1 < places.length ? () => goOn(launch) : undefined}
    />
  );
}
