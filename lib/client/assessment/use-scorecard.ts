"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Scorecard } from "../../contracts/scorecard";
import { atMostEvery } from "../live/at-most-every";
import { concerns, isAnswered } from "../live/concerns";
import { useIsLive, useLive } from "../live/use-live";
import { send } from "../request";

/** How often it is asked for anyway, by whether news arrive by themselves. */
const EVERY_MS = { live: 60_000, alone: 5_000 };
const AT_MOST_EVERY_MS = 700;

/**
 * Where a service stands: from the server's page first, then whenever somebody changes something about it; every few
 * seconds while no news arrive.
 * @param isKnown whether this tab has an answer of that version already, because it was given here
 */
export function useScorecard(initial: Scorecard, isKnown: (question: string, version: number) => boolean) {
  const { slug } = initial.service;
  const isLive = useIsLive();
  const client = useQueryClient();
  const refetch = useMemo(
    () =>
      // One that is under way may have read the state from before.
      atMostEvery(AT_MOST_EVERY_MS, () => void client.invalidateQueries({ queryKey: ["scorecard", slug] })),
    [client, slug],
  );
  useEffect(() => refetch.stop, [refetch]);
  useLive((news) => {
    if (news.kind === "change") {
      const { event } = news;
      if (!concerns(event, { services: [slug], types: ["organisation"] })) return;
      const { question, version } = event;
      if (isAnswered(event) && question && version && isKnown(question, version)) return;
    }
    refetch();
  }, initial.asOf);
  return useQuery({
    queryKey: ["scorecard", slug],
    queryFn: ({ signal }) =>
      send("GET /api/v1/services/:service/scorecard", {
        params: { service: slug },
        signal,
        background: true,
      }),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.asOf),
    refetchInterval: isLive ? EVERY_MS.live : EVERY_MS.alone,
  });
}
