"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import type { PlannedGap } from "@/lib/contracts/gap-plans";
import { counted } from "@/lib/domain/words";
import { type ChoosableGap, changeOf, type ManyDraft, undoOf } from "./chosen-gaps";

/** Plans many gaps at once, and takes it back. */
export function usePlanMany() {
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
  return useMutation({
    mutationFn: ({ gaps, draft }: { gaps: readonly ChoosableGap[]; draft: ManyDraft }) =>
      send("POST /api/v1/gaps/plans", {
        body: { gaps: gaps.map(({ service, question }) => ({ service, question })), set: changeOf(draft) },
      }),
    onSuccess: ({ items }) => {
      toasts.show({
        text: `${counted(items.length, "gap")} planned.`,
        action: { label: "Undo", run: () => void undo(items) },
      });
      router.refresh();
    },
  });
}
