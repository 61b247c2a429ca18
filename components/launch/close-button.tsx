"use client";

import { Button } from "@/components/ui/button";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";

/** Opens the question how it went, where the viewer may answer it. */
export function CloseButton({ label, main = false }: { label: string; main?: boolean | undefined }) {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  if (!launch.can.close && !launch.can.closeWithoutGo) return null;
  return (
    <Button variant={main ? "main" : "plain"} onClick={() => ask({ about: "closing" })}>
      {label}
    </Button>
  );
}
