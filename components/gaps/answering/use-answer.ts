"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiProblem, send } from "@/lib/client/request";
import type { Answer } from "@/lib/contracts/answers";
import { type AnswerDraft, answerOf } from "./answer-draft";

/** The current answer of one question, and how to replace it. What somebody else answered meanwhile is `theirs`. */
export function useAnswer(service: string, question: string) {
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
  const save = useMutation({
    mutationFn: (draft: AnswerDraft) => {
      const body = answerOf(draft, theirs?.version ?? asked?.version ?? 0);
      if (!body) throw new RangeError("an answer without a verdict");
      return send("PUT /api/v1/services/:service/answers/:question", { params: { service, question }, body });
    },
    onSuccess: () => {
      setTheirs(null);
      void client.invalidateQueries({ queryKey: ["scorecard", service] });
      router.refresh();
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.problem.code === "conflict") {
        setTheirs(problem.problem.current as Answer);
      }
    },
  });
  return { asked, missing: data !== undefined && asked === undefined, error, refetch, save, theirs };
}
