"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { NOTIFIED_BY } from "../../domain/notifications";
import { atMostEvery } from "../live/at-most-every";
import { concerns } from "../live/concerns";
import { useIsLive, useLive } from "../live/use-live";
import { send } from "../request";
import { useReady } from "../use-ready";

/** As many as a short list shows. */
const SHORT = 5;
/** How often it is asked for anyway, by whether news arrive by themselves: what time does is not told. */
const EVERY_MS = { live: 300_000, alone: 60_000 };
/** What comes together is asked for together; and while many people answer, no more often than this. */
const TOGETHER_MS = 300;
const AT_MOST_EVERY_MS = 5_000;
const KEY = ["notifications"];

/**
 * What waits for whoever looks: how many, and the first of them. Asked for by the browser, once for the bar and the page, so
 * that pages that are the same for everybody stay so; and again whenever something happened that it may follow from.
 * @param since when the page was made (ISO 8601, the server's clock)
 */
export function useNotifications(since: string) {
  const isLive = useIsLive();
  const client = useQueryClient();
  const refetch = useMemo(
    () => atMostEvery(AT_MOST_EVERY_MS, () => void client.invalidateQueries({ queryKey: KEY }), TOGETHER_MS),
    [client],
  );
  useEffect(() => refetch.stop, [refetch]);
  useLive((news) => {
    if (news.kind === "reset" || concerns(news.event, { types: NOTIFIED_BY })) refetch();
  }, since);
  const isReady = useReady();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      send("GET /api/v1/notifications", { query: { limit: SHORT }, signal, background: true }),
    refetchInterval: isLive ? EVERY_MS.live : EVERY_MS.alone,
  });
  return isReady ? data : undefined;
}
