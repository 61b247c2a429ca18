"use client";

import { Button } from "@/components/ui/button";
import type { SignOffShown } from "@/lib/contracts/launch-parts";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";

/** Opens the overruling of a no-go (L6), where the viewer may overrule it. */
export function OverruleButton({ signOff }: { signOff: SignOffShown }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  if (!launch.can.overrule || signOff.role === "executive") return null;
  return (
    <Button variant="danger" onClick={() => ask({ about: "overruling", signOff })}>
      Overrule …<span className="sr-only"> the no-go of {roleWord(signOff.role)}</span>
    </Button>
  );
}
