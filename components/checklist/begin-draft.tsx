"use client";

import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { conflictOf, messageOf, send } from "@/lib/client/request";
import type { ChecklistVersion } from "@/lib/contracts/checklists";

interface BeginDraftProps {
  checklist: string;
  /** The version to copy; the newest one when left out. */
  from?: number;
}

/** Begins a draft and opens it; where somebody began one a moment ago, opens that one. */
export function BeginDraft({ checklist, from }: BeginDraftProps) {
  const navigate = useNavigate();
  const [keyOf] = useState(repeatKeys);
  const open = ({ version }: { version: number }) => navigate(`/checklists/${checklist}/versions/${version}`);
  const beginning = useSave({
    send: () => {
      const body = from === undefined ? {} : { from };
      return send("POST /api/v1/checklists/:checklist/versions", {
        params: { checklist },
        body,
        idempotencyKey: keyOf(body),
      });
    },
    onSaved: open,
    onFailed: (error) => {
      toasts.show({ text: messageOf(error), tone: "problem" });
      const there = conflictOf<ChecklistVersion>(error);
      if (there) open(there);
    },
    leaves: true,
  });
  return (
    <Button variant="main" busy={beginning.busy} busyText="Beginning …" onClick={() => beginning.save()}>
      Begin a draft
    </Button>
  );
}
