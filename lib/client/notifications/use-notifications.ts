"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { NotificationPage } from "../../contracts/notifications";
import { NOTIFIED_BY } from "../../domain/notifications";
import { atMostEvery } from "../live/at-most-every";
import { concerns } from "../live/concerns";
import { useIsLive, useLive } from "../live/use-live";
import { send, sinceLastWrite } from "../request";

/** As many as a short list shows. */
const SHORT = 5;
/** How often it is asked for anyway, by whether news arrive by themselves: what time does is not told. */
const EVERY_MS = { live: 300_000, alone: 60_000 };
/** What comes together is asked for together; and while many people answer, no more often than this. */
const TOGETHER_MS = 300;
const AT_MOST_EVERY_MS = 5_000;
const KEY = ["notifications"];

/** After a change of one's own it is asked for at once; after one of others not by all browsers in the same moment. */
const OWN_MS = 4_000;
const SPREAD_MS = 3_000;
const delayMs = () => TOGETHER_MS + (sinceLastWrite() < OWN_MS ? 0 : Math.random() * SPREAD_MS);

const ask = ({ signal }: { signal: AbortSignal }) =>
  send("GET /api/v1/notifications", { query: { limit: SHORT }, signal, background: true });

const never = () => () => undefined;
/**
 * Whether the page's own code runs already. What is drawn from the browser's memory is left out until then: a part that comes
 * to life late would differ from what the server drew, and be made anew with all around it, under somebody's click.
 */
const useReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/**
 * What waits for whoever looks: how many, and the first of them. Asked for by the browser, so that pages that are the same for
 * everybody stay so; and again whenever something happened that it may follow from. For the one part of the page that is
 * always there; others use useNotifications.
 * @param since when the page was made (ISO 8601, the server's clock)
 * @returns undefined while nobody knows
 */
export function useFreshNotifications(since: string): NotificationPage | undefined {
  const isLive = useIsLive();
  const client = useQueryClient();
  const refetch = useMemo(
    () => atMostEvery(AT_MOST_EVERY_MS, () => void client.invalidateQueries({ queryKey: KEY }), delayMs),
    [client],
  );
  useEffect(() => refetch.stop, [refetch]);
  useLive((news) => {
    if (news.kind === "reset" || concerns(news.event, { types: NOTIFIED_BY })) refetch();
  }, since);
  const isReady = useReady();
  const refetchInterval = isLive ? EVERY_MS.live : EVERY_MS.alone;
  const { data } = useQuery({ queryKey: KEY, queryFn: ask, refetchInterval });
  return isReady ? data : undefined;
}

/** The same, as useFreshNotifications last heard it: asks for nothing by itself. */
export function useNotifications(): NotificationPage | undefined {
  const isReady = useReady();
  const { data } = useQuery({ queryKey: KEY, queryFn: ask, enabled: false });
  return isReady ? data : undefined;
}
