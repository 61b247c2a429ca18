"use client";

import { useRouter } from "next/navigation";
import { useSave } from "@/components/forms/use-save";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { PlannedGap } from "@/lib/contracts/gap-plans";
import { counted } from "@/lib/domain/words";
import { type ChoosableGap, changeOf, type ManyDraft, undoOf } from "./chosen-gaps";

/** Plans many gaps at once, and takes it back. @param onPlanned with the state that they were set to */
export function usePlanMany(onPlanned: (state: ManyDraft["state"]) => void) {
  const router = useRouter();
  const undo = async (items: readonly PlannedGap[]) => {
    try {
      await send("POST /api/v1/gaps/plans", { body: undoOf(items) });
      toasts.show({ text: `${counted(items.length, "plan")} as before.` });
      router.refresh();
    } catch (error) {
      toasts.show({
        text: messageOf(error),
        tone: "problem",
        action: { label: "Try again", run: () => void undo(items) },
      });
    }
  };
  return useSave({
    send: ({ gaps, draft }: { gaps: readonly ChoosableGap[]; draft: ManyDraft }) =>
      send("POST /api/v1/gaps/plans", {
        body: { gaps: gaps.map(({ service, question }) => ({ service, question })), set: changeOf(draft) },
      }),
    onSaved: ({ items }, { draft }) => {
      toasts.show({
        text: `${counted(items.length, "gap")} planned.`,
        action: { label: "Undo", run: () => void undo(items) },
      });
      router.refresh();
      onPlanned(draft.state);
    },
  });
}
