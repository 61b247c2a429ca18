"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { send } from "@/lib/client/request";
import type { WorthGap } from "@/lib/contracts/exposure";
import { planInParts, type plansOf, type RefusedGap, refusedGaps, without } from "./plan-fixes";

type Plans = ReturnType<typeof plansOf>;

const post = (part: Readonly<Plans>) =>
  send("POST /api/v1/gaps/plans", {
    body: { gaps: part.map(({ gap: { service, question }, set }) => ({ service, question, set })) },
  });

/**
 * Plans gaps, part after part, each wholly or not at all. What is planned stays planned when a later part fails; the gaps
 * that a refusal names are set aside, and the others are there to be tried again.
 */
export function usePlanFixes(gaps: readonly WorthGap[]) {
  const router = useRouter();
  const [left, setLeft] = useState<readonly WorthGap[]>(() => gaps.filter(({ plan }) => plan !== false));
  const [planned, setPlanned] = useState<readonly WorthGap[]>([]);
  const [refused, setRefused] = useState<readonly RefusedGap[]>(() =>
    gaps
      .filter(({ plan }) => plan === false)
      .map((gap) => ({ gap, why: "Only its team, or an admin, plans it." })),
  );
  const [setAside, markSetAside] = useState(false);
  const save = useSave({
    send: async (plans: Plans) => {
      markSetAside(false);
      const failed = await planInParts(plans, post, (part) => {
        setPlanned((before) => [...before, ...part.map(({ gap }) => gap)]);
        setLeft((before) => without(before, part));
      });
      router.refresh();
      if (failed === null) return;
      const sent = failed.part.map(({ gap }) => gap);
      const found = refusedGaps(failed.error, sent);
      markSetAside(found.length > 0);
      setRefused((before) => [...before, ...found]);
      setLeft((before) => without(before, found));
      throw failed.error;
    },
  });
  return { left, planned, refused, setAside, save };
}
