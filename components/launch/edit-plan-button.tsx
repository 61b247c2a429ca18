"use client";

import { Button } from "@/components/ui/button";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";

/** Opens the plan for a change, where the viewer may change it. */
export function EditPlanButton() {
  const { launch } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  return launch.can.edit && <Button onClick={() => ask({ about: "plan" })}>Edit the plan</Button>;
}
