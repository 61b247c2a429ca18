"use client";

import { useQuery } from "@tanstack/react-query";
import { send } from "../request";

/** The entries of one answer, the newest first (H1). @param version of the answer now: a newer one is asked for anew */
export function useEarlierAnswers(service: string, question: string, version: number) {
  return useQuery({
    queryKey: ["history", service, question, version],
    queryFn: ({ signal }) =>
      send("GET /api/v1/services/:service/history", {
        params: { service },
        query: { question, limit: 50 },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
