"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLaunchFrame } from "./launch-frame";
import { usePreload } from "./use-preload";

const load = () => import("./edit-plan-dialog").then((module) => module.EditPlanDialog);
const EditPlanDialog = dynamic(load, { ssr: false });

/** Opens the plan for a change, where the viewer may change it. */
export function EditPlanButton() {
  const { launch } = useLaunchFrame();
  const [open, setOpen] = useState(false);
  usePreload(load);
  if (!launch.can.edit) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>Edit the plan</Button>
      {open && <EditPlanDialog onClose={() => setOpen(false)} />}
    </>
  );
}
