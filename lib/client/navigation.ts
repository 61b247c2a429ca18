"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useTransition } from "react";
import { KEPT_SECONDS } from "../domain/kept-pages";
import { sinceLastWrite } from "./request";

const KEPT_MS = KEPT_SECONDS * 1000;

/** When each page was fetched in this tab, by its address. Only what may still be kept: which of them is, Next knows. */
const fetchedAt = new Map<string, readonly number[]>();

const pageOf = (href: string): string => href.replace(/#.*/, "");
const isKept = (at: number): boolean => Date.now() - at <= KEPT_MS;

/** Notes that a page is fetched now, ahead of time or to be shown. */
function noteFetched(href: string): void {
  for (const [page, times] of fetchedAt) {
    const kept = times.filter(isKept);
    if (kept.length === 0) fetchedAt.delete(page);
    else fetchedAt.set(page, kept);
  }
  fetchedAt.set(pageOf(href), [...(fetchedAt.get(pageOf(href)) ?? []), Date.now()]);
}

// the page that the tab began with is kept as well
if (typeof window !== "undefined") noteFetched(window.location.pathname + window.location.search);

/** Whether what this tab keeps of a page may be of before a person's last change here: it would show what is no more. */
const isOutdated = (href: string): boolean =>
  (fetchedAt.get(pageOf(href)) ?? []).some((at) => isKept(at) && sinceLastWrite() <= Date.now() - at);

let underWay = 0;
/** Says on <html> that a page is on its way, for the line over the page. @returns to be called when it is there */
export function navigationStarted(): () => void {
  underWay += 1;
  document.documentElement.dataset.navigating = "";
  return () => {
    underWay -= 1;
    if (underWay === 0) delete document.documentElement.dataset.navigating;
  };
}

interface Router {
  prefetch: ReturnType<typeof useRouter>["prefetch"];
  refresh: () => void;
}
type PrefetchOptions = NonNullable<Parameters<Router["prefetch"]>[1]>;
/** All of the page with its data, not only its frame: what Next calls a full prefetch. */
const FULL: PrefetchOptions = { kind: "full" as PrefetchOptions["kind"] };

/** Fetches a page that somebody is about to go to. One that was fetched in the last moments is not asked for again. */
export function fetchAhead(href: string, router: Router): void {
  router.prefetch(href, FULL);
  noteFetched(href);
}

/** To be called once it is being gone to a page: in a transition of its own, what was kept of it is never seen. */
export function goneTo(href: string, router: Router): void {
  if (isOutdated(href)) {
    router.refresh();
    fetchedAt.clear();
  }
  noteFetched(href);
}

interface NavigateOptions {
  /** Takes the place of the page in the browser's history. */
  replace?: boolean;
  /** False keeps the scroll position. */
  scroll?: boolean;
}

/** Goes to a page as a Link does: the line runs until it is there, and nothing older than one's own changes is shown. */
export function useNavigate(): (href: string, options?: NavigateOptions) => void {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  useEffect(() => (isPending ? navigationStarted() : undefined), [isPending]);
  return useCallback(
    (href, { replace = false, scroll = true } = {}) =>
      startTransition(() => {
        router[replace ? "replace" : "push"](href, { scroll });
        goneTo(href, router);
      }),
    [router],
  );
}
