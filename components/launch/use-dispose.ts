"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { LaunchGap } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";
import type { DispositionKind } from "@/lib/domain/launch/vocabulary";
import type { AnswerState } from "@/lib/domain/vocabulary";
import {
  bodyOfDispose,
  closedTo,
  type DisposeDraft,
  disposeProblems,
  fieldsOfDispose,
  needsReason,
  startOfDispose,
} from "./dispose-draft";

/** The answer that somebody gave meanwhile, as a conflict tells it. */
interface AnswerNow {
  verdict: AnswerState;
  version: number;
}

/**
 * A decision about one gap of a launch (L2), while it is made and when it is sent. Use one for each gap: give the component a key.
 * @param onDone after it was recorded, with the launch as it is then
 */
export function useDispose(
  launch: Launch,
  gap: LaunchGap,
  today: string,
  onDone: (launch: Launch, kind: DispositionKind) => void,
) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => startOfDispose(gap, launch, today));
  const [checked, setChecked] = useState(false);
  const [theirs, setTheirs] = useState<AnswerNow | null>(null);
  const [keyOf] = useState(() => repeatKeys());
  const service = launch.serviceStates.find((each) => each.service === gap.service);
  const here = { can: service?.can ?? { answer: false, plan: false }, tier: service?.tier ?? 1, today };
  const saving = useSave<DisposeDraft, Launch, AnswerNow | null>({
    send: (typed) => {
      const body = bodyOfDispose(typed, gap, theirs?.version ?? gap.version);
      const params = { launch: launch.id };
      return send("POST /api/v1/launches/:launch/dispositions", {
        params,
        body,
        idempotencyKey: keyOf(body),
      });
    },
    onSaved: (saved, { kind }) => {
      router.refresh();
      if (kind !== null) onDone(saved, kind);
    },
    onConflict: setTheirs,
    fields: fieldsOfDispose(draft),
  });
  const problems: Readonly<Record<string, string>> = {
    ...saving.failure?.errors,
    ...(checked ? disposeProblems(draft, gap, launch, here) : {}),
  };
  const closed = (kind: DispositionKind) => closedTo(kind, gap, launch, here);
  return {
    draft,
    /** Whether what is chosen needs a reason. */
    needsReason: needsReason(draft, gap),
    saving,
    problems,
    /** What somebody answered meanwhile; saving again goes on top of it. */
    theirs,
    /** Why a kind cannot be chosen; null where it can. */
    closed,
    set: (part: Partial<DisposeDraft>) => setDraft((before) => ({ ...before, ...part })),
    choose: (kind: DispositionKind) => {
      if (closed(kind) === null) setDraft((before) => ({ ...before, kind }));
    },
    submit: () => {
      setChecked(true);
      if (Object.keys(disposeProblems(draft, gap, launch, here)).length === 0) saving.save(draft);
    },
  };
}
export type DisposeState = ReturnType<typeof useDispose>;
