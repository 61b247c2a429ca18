"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { live } from "./live";
import type { LiveNews } from "./live-news";

/**
 * Hears what changes while the page is open and seen, each change once.
 * @param since when the page was made, by the server's clock: what came after that is told too
 */
export function useLive(hear: (news: LiveNews) => void, since: string): void {
  const heard = useEffectEvent(hear);
  const begun = useEffectEvent(() => since);
  useEffect(() => live().listen((news) => heard(news), begun()), []);
}

const watch = (watcher: () => void) => live().watch(watcher);
const isConnected = () => live().connected();

/** Whether news arrive by themselves; while they do not, what is shown should be asked for from time to time. */
export const useIsLive = (): boolean => useSyncExternalStore(watch, isConnected, () => false);
