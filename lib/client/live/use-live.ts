"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { LiveNews } from "./live-news";
import type { LiveTab } from "./live-tab";

let tab: LiveTab | undefined;

/** What listens is no part of a page's first load: the page is right as it came, and news since then are told anyway. */
async function liveTab(): Promise<LiveTab> {
  const { live } = await import("./live");
  tab = live();
  return tab;
}

/** Does something with the tab once it is there. @returns undoes it; without a network to load it from nothing is done */
function withTab(begin: (tab: LiveTab) => () => void): () => void {
  let isOver = false;
  let end = () => {};
  liveTab().then(
    (there) => {
      if (!isOver) end = begin(there);
    },
    () => {},
  );
  return () => {
    isOver = true;
    end();
  };
}

/**
 * Hears what changes while the page is open and seen, each change once.
 * @param since when the page was made, by the server's clock: what came after that is told too
 */
export function useLive(hear: (news: LiveNews) => void, since: string): void {
  const heard = useEffectEvent(hear);
  const begun = useEffectEvent(() => since);
  useEffect(() => {
    const from = begun();
    return withTab((there) => there.listen((news) => heard(news), from));
  }, []);
}

const watch = (watcher: () => void) =>
  withTab((there) => {
    const end = there.watch(watcher);
    watcher();
    return end;
  });
const isConnected = () => tab?.connected() ?? false;

/** Whether news arrive by themselves; while they do not, what is shown should be asked for from time to time. */
export const useIsLive = (): boolean => useSyncExternalStore(watch, isConnected, () => false);
