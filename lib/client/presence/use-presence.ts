"use client";

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import type { PresenceReport, Presences } from "../../contracts/presence";
import { TELL_MS } from "../../domain/presence";
import { atMostEvery } from "../live/at-most-every";
import { useLive } from "../live/use-live";
import { send } from "../request";
import { NOBODY, type Others, othersOf, withMove } from "./others";
import { PresenceReporter } from "./presence-reporter";
import { randomUuid } from "./tab-uuid";

const AT_MOST_EVERY_MS = 500;

/**
 * Shows the others where this person is, and who else is here.
 * @param question where this person is now
 */
export function usePresence(
  { me, service, since }: { me: string; service: { id: string; slug: string }; since: string },
  question: string | null,
): Others {
  const { id, slug } = service;
  const client = useQueryClient();
  const queryKey = useMemo(() => ["presence", slug], [slug]);
  const { data } = useQuery<Presences>({
    queryKey,
    // Filled by the answer to each heartbeat, and when somebody moved.
    queryFn: skipToken,
  });
  const refetch = useMemo(
    () =>
      atMostEvery(AT_MOST_EVERY_MS, () => {
        const request = { params: { service: slug }, background: true };
        send("GET /api/v1/services/:service/presence", request).then(
          (there) => client.setQueryData(queryKey, there),
          () => undefined,
        );
      }),
    [client, queryKey, slug],
  );
  useEffect(() => refetch.stop, [refetch]);
  useLive((news) => {
    if (news.kind === "change") {
      const { event } = news;
      if (event.action !== "presence.moved" || event.subject !== id) return;
      client.setQueryData<Presences>(queryKey, (before) => before && withMove(before, event));
    }
    refetch();
  }, since);

  const reporter = useRef<PresenceReporter | null>(null);
  const whereNow = useEffectEvent(() => question);
  useEffect(() => reporter.current?.move(question), [question]);
  useEffect(() => {
    const tell = (body: PresenceReport) =>
      send("PUT /api/v1/services/:service/presence", {
        params: { service: slug },
        body,
        background: true,
        keepalive: body.gone === true,
        signal: AbortSignal.timeout(TELL_MS),
      }).then(
        (there) => body.gone || client.setQueryData(queryKey, there),
        // The next heartbeat tells it again.
        () => undefined,
      );
    const isVisible = () => document.visibilityState === "visible";
    const made = new PresenceReporter(whereNow(), { tab: randomUuid(), tell, isVisible });
    reporter.current = made;
    addEventListener("pagehide", made.away);
    addEventListener("pageshow", made.look);
    document.addEventListener("visibilitychange", made.look);
    return () => {
      removeEventListener("pagehide", made.away);
      removeEventListener("pageshow", made.look);
      document.removeEventListener("visibilitychange", made.look);
      reporter.current = null;
      made.leave();
    };
  }, [client, queryKey, slug]);
  return useMemo(() => (data ? othersOf(data.items, me) : NOBODY), [data, me]);
}
