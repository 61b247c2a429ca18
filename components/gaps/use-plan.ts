"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { conflictOf, send } from "@/lib/client/request";
import { bodyOf, type Plan, type PlanDraft } from "./plan-draft";

/**
 * The plan of one gap, and how to save it. A conflict is kept as `conflict`, the plan that is there now (null: none),
 * until `accept` says that it has been seen; the next save then goes on top of it.
 * @param given the plan as the page was rendered with it
 */
export function usePlan(service: string, question: string, given: Plan | null) {
  const router = useRouter();
  const [known, setKnown] = useState<Plan | null>(given);
  const [conflict, setConflict] = useState<{ plan: Plan | null } | null>(null);
  const plan = (known?.version ?? 0) >= (given?.version ?? 0) ? known : given;
  const save = useMutation({
    mutationFn: (draft: PlanDraft) =>
      send("PUT /api/v1/services/:service/gaps/:question", {
        params: { service, question },
        body: bodyOf(draft, (conflict ? conflict.plan : plan)?.version ?? 0),
      }),
    onSuccess: (saved) => {
      setKnown(saved);
      setConflict(null);
      router.refresh();
    },
    onError: (error) => {
      const now = conflictOf<Plan | null>(error);
      if (now !== undefined) setConflict({ plan: now });
    },
  });
  return {
    plan,
    save,
    conflict,
    /** Takes over what is there now. */
    accept: () => {
      if (conflict?.plan) setKnown(conflict.plan);
      setConflict(null);
      save.reset();
    },
  };
}
export type PlanState = ReturnType<typeof usePlan>;
