"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLaunchFrame } from "./launch-frame";
import { type GapPlace, isSamePlace } from "./named-questions";
import { usePreload } from "./use-preload";

const load = () => import("./dispose-dialog").then((module) => module.DisposeDialog);
const DisposeDialog = dynamic(load, { ssr: false });

interface DisposeButtonProps {
  place: GapPlace;
  label: string;
  main?: boolean | undefined;
}

/** Opens the decision about one gap, where it is still open and the viewer may decide. */
export function DisposeButton({ place, label, main = false }: DisposeButtonProps) {
  const { launch } = useLaunchFrame();
  const [open, setOpen] = useState(false);
  usePreload(load);
  const gap = launch.gaps.find((each) => isSamePlace(each, place));
  if (!gap || !launch.can.dispose) return null;
  return (
    <>
      <Button variant={main ? "main" : "plain"} onClick={() => setOpen(true)}>
        {label}
        <span className="sr-only"> on {gap.title}</span>
      </Button>
      {open && <DisposeDialog gap={gap} onClose={() => setOpen(false)} />}
    </>
  );
}
