"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { isBound, roleLines } from "./role-state";
import { usePreload } from "./use-preload";

const load = () => import("./sign-dialog").then((module) => module.SignDialog);
const SignDialog = dynamic(load, { ssr: false });

/** Opens the signature for a role, where the viewer can give it. */
export function SignButton({ role, main = false }: { role: SignRole; main?: boolean | undefined }) {
  const { launch, me } = useLaunchFrame();
  const [open, setOpen] = useState(false);
  usePreload(load);
  const line = roleLines(launch).find((each) => each.role === role);
  if (!line || !launch.can.sign.includes(role) || isBound(line, me)) return null;
  return (
    <>
      <Button variant={main ? "main" : "plain"} onClick={() => setOpen(true)}>
        {line.signOff === null ? "Sign" : "Sign again"} …
        <span className="sr-only"> for {roleWord(role)}</span>
      </Button>
      {open && <SignDialog role={role} onClose={() => setOpen(false)} />}
    </>
  );
}
