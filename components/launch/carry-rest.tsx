"use client";

import { Button } from "@/components/ui/button";
import { carriable } from "./gap-state";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { restInWords } from "./trade-words";

/** Opens the step that takes along what blocks nothing and nobody decided about (L2), where the viewer may decide. */
export function CarryRest({ main = false }: { main?: boolean | undefined }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const gaps = carriable(launch.gaps);
  if (!launch.can.dispose || gaps.length === 0) return null;
  return (
    <Button
      variant={main ? "main" : "plain"}
      size={main ? "large" : "normal"}
      onClick={() => ask({ about: "rest" })}
    >
      Carry {restInWords(gaps)} …
    </Button>
  );
}
