"use client";

import { Button } from "@/components/ui/button";
import { toDecide } from "./gap-state";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";

/** Opens the gaps that wait for a decision, one after the other, where the viewer may decide. */
export function WorkThrough({ main = false }: { main?: boolean | undefined }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const places = toDecide(launch);
  // One has its own button beside it.
  if (places.length < 2 || !launch.can.dispose) return null;
  return (
    <Button variant={main ? "main" : "plain"} onClick={() => ask({ about: "gaps", places, many: true })}>
      Work through them
    </Button>
  );
}
