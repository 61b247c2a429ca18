"use client";

import { useQuery } from "@tanstack/react-query";
import type { Scorecard } from "../../contracts/scorecard";
import { send } from "../request";

const EVERY_MS = 10_000;

/** Where a service stands: from the server's page first, then every ten seconds while it is looked at. */
export function useScorecard(initial: Scorecard) {
  const { slug } = initial.service;
  return useQuery({
    queryKey: ["scorecard", slug],
    queryFn: ({ signal }) =>
      send("GET /api/v1/services/:service/scorecard", { params: { service: slug }, signal }),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.asOf),
    refetchInterval: EVERY_MS,
  });
}
