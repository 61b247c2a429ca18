"use client";

import { Button } from "@/components/ui/button";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { useLaunchDialogs, useLaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { isBound, roleLines } from "./role-state";

/** Opens the signature for a role, where the viewer can give it. */
export function SignButton({ role, main = false }: { role: SignRole; main?: boolean | undefined }) {
  const { launch, me } = useLaunchFrame();
  const { ask } = useLaunchDialogs();
  const line = roleLines(launch).find((each) => each.role === role);
  if (!line || !launch.can.sign.includes(role) || isBound(line, me)) return null;
  return (
    <Button variant={main ? "main" : "plain"} onClick={() => ask({ about: "signature", role })}>
      {line.signOff === null ? "Sign" : "Sign again"} …<span className="sr-only"> for {roleWord(role)}</span>
    </Button>
  );
}
