"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { send } from "@/lib/client/request";
import { counted } from "@/lib/domain/words";
import { carriable } from "./gap-state";
import { useLaunchFrame } from "./launch-frame";
import { priceInWords, restInWords } from "./trade-words";
import { useLaunchSave } from "./use-launch-save";

/** As many as one request takes. */
const MOST = 2_000;

/** Takes everything along that blocks nothing and that nobody decided about, in one step, with its number and price (L2). */
export function CarryDialog({ onClose }: { onClose: () => void }) {
  const { launch } = useLaunchFrame();
  // What is carried is what was read.
  const [gaps] = useState(() => carriable(launch.gaps));
  const save = useLaunchSave({
    send: (_, idempotencyKey) =>
      send("POST /api/v1/launches/:launch/carrying", {
        params: { launch: launch.id },
        body: { gaps: gaps.slice(0, MOST).map(({ service, question }) => ({ service, question })) },
        idempotencyKey,
      }),
    said: ({ carried }) => `${counted(carried.count, "gap is", "gaps are")} carried.`,
    onSaved: onClose,
    fields: [],
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Carry ${restInWords(gaps)}?`}
      description={`${counted(gaps.length, "gap that blocks nothing stays", "gaps that block nothing stay")} open, ${priceInWords(gaps, launch)}. The minutes count and price them; each can still be decided on by itself.`}
      confirm={gaps.length === 1 ? "Carry it" : "Carry them"}
      busy={save.busy}
      problem={save.problem}
      onConfirm={() => save.save()}
    />
  );
}
