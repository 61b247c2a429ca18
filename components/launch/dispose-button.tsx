"use client";

import { Button } from "@/components/ui/button";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { type GapPlace, isSamePlace } from "./named-questions";

interface DisposeButtonProps {
  place: GapPlace;
  label: string;
  main?: boolean | undefined;
}

/** Opens the decision about one gap, where it is still open and the viewer may decide. */
export function DisposeButton({ place, label, main = false }: DisposeButtonProps) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const gap = launch.gaps.find((each) => isSamePlace(each, place));
  if (!gap || !launch.can.dispose) return null;
  return (
    <Button variant={main ? "main" : "plain"} onClick={() => ask({ about: "gaps", places: [gap] })}>
      {label}
      <span className="sr-only"> on {gap.title}</span>
    </Button>
  );
}
