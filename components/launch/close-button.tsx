"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLaunchFrame } from "./launch-frame";
import { usePreload } from "./use-preload";

const load = () => import("./close-dialog").then((module) => module.CloseDialog);
const CloseDialog = dynamic(load, { ssr: false });

/** Opens the question how it went, where the viewer may answer it. */
export function CloseButton({ label, main = false }: { label: string; main?: boolean | undefined }) {
  const { launch } = useLaunchFrame();
  const [open, setOpen] = useState(false);
  usePreload(load);
  if (!launch.can.close && !launch.can.closeWithoutGo) return null;
  return (
    <>
      <Button variant={main ? "main" : "plain"} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <CloseDialog onClose={() => setOpen(false)} />}
    </>
  );
}
