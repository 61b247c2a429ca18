"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { send } from "@/lib/client/request";
import type { Answer } from "@/lib/contracts/answers";
import type { Verdict } from "@/lib/domain/vocabulary";
import { type AnswerDraft, answerOf } from "./answer-draft";

/** The current answer of one question, and how to replace it. What somebody else answered meanwhile is `theirs`. */
export function useAnswer(service: string, question: string, onAnswered: (verdict: Verdict) => void) {
  const router = useRouter();
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<Answer | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["scorecard", service, "answering"],
    queryFn: ({ signal }) => send("GET /api/v1/services/:service/scorecard", { params: { service }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const asked = data?.questions.find((each) => each.key === question);
  const saving = useSave<AnswerDraft, Answer, Answer>({
    send: (draft) => {
      const body = answerOf(draft, theirs?.version ?? asked?.version ?? 0);
      if (!body) throw new RangeError("an answer without a verdict");
      return send("PUT /api/v1/services/:service/answers/:question", { params: { service, question }, body });
    },
    onSaved: ({ verdict }) => {
      setTheirs(null);
      void client.invalidateQueries({ queryKey: ["scorecard", service] });
      router.refresh();
      if (verdict !== "unanswered") onAnswered(verdict);
    },
    onConflict: setTheirs,
  });
  return { asked, missing: data !== undefined && asked === undefined, error, refetch, saving, theirs };
}
