"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
import type { ChecklistVersion } from "@/lib/contracts/checklists";

interface BeginDraftProps {
  checklist: string;
  /** The version to copy; the newest one when left out. */
  from?: number;
}

/** Begins a draft and opens it; where somebody began one a moment ago, opens that one. */
export function BeginDraft({ checklist, from }: BeginDraftProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [keyOf] = useState(repeatKeys);
  async function begin() {
    setBusy(true);
    try {
      const body = from === undefined ? {} : { from };
      const made = await send("POST /api/v1/checklists/:checklist/versions", {
        params: { checklist },
        body,
        idempotencyKey: keyOf(body),
      });
      router.push(`/checklists/${checklist}/versions/${made.version}`);
    } catch (error) {
      const there =
        error instanceof ApiProblem && error.problem.code === "conflict"
          ? (error.problem.current as ChecklistVersion | undefined)
          : undefined;
      toasts.show({ text: messageOf(error), tone: "problem" });
      if (there) router.push(`/checklists/${checklist}/versions/${there.version}`);
      setBusy(false);
    }
  }
  return (
    <Button variant="main" busy={busy} busyText="Beginning …" onClick={() => void begin()}>
      Begin a draft
    </Button>
  );
}
