"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState, useTransition } from "react";
import { concerns, type Shown } from "@/lib/client/live/concerns";
import { isInTheMiddle, PageRefresh } from "@/lib/client/live/page-refresh";
import { useLive } from "@/lib/client/live/use-live";
import { sinceLastWrite } from "@/lib/client/request";
import { BACKGROUND_COOKIE } from "@/lib/domain/background";

/** How long the page says that it was updated. */
const SAID_MS = 6_000;
/** After a change of one's own the page is made anew anyway, and needs no words. */
const OWN_MS = 4_000;

/** Marks the requests of the page as not asked for by a person, until it is taken off; soon by itself. */
function markBackground(is: boolean): void {
  // biome-ignore lint/suspicious/noDocumentCookie: read by the server with the next request; the Cookie Store needs https
  document.cookie = `${BACKGROUND_COOKIE}=1; path=/; samesite=lax; max-age=${is ? 10 : 0}`;
}

interface RefreshOnChangeProps {
  /** What the page shows. */
  subject: Shown;
  /** When the page was made (ISO 8601, the server's clock). */
  since: string;
  /** What changed is told by the page itself, which has no room for more; who listens hears it all the same. */
  quiet?: boolean | undefined;
}

/**
 * Makes a server-rendered page anew when somebody changes what it shows. Scroll position and focus stay; nothing
 * happens while a person types, chooses or marks text. Not for pages about the past.
 */
export function RefreshOnChange({ subject, since, quiet = false }: RefreshOnChangeProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [said, setSaid] = useState(false);
  const waits = useRef(false);
  const page = useMemo(
    () =>
      new PageRefresh({
        isBusy: () => isInTheMiddle(document),
        refresh: () => {
          waits.current = true;
          markBackground(true);
          startTransition(() => router.refresh());
        },
      }),
    [router],
  );
  useEffect(() => () => page.stop(), [page]);
  useLive((news) => {
    if (news.kind === "reset" || concerns(news.event, subject)) page.wish();
  }, since);
  useEffect(() => {
    if (isPending || !waits.current) return;
    waits.current = false;
    markBackground(false);
    if (sinceLastWrite() < OWN_MS) return;
    setSaid(true);
    const timer = setTimeout(() => setSaid(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isPending]);
  return (
    <p
      role="status"
      className={
        quiet
          ? "sr-only"
          : "pointer-events-none fixed right-4 bottom-3 z-10 rounded-md bg-card px-2.5 py-1 text-[0.75rem] text-ink-2 shadow-raised empty:hidden print:hidden"
      }
    >
      {said ? "Updated just now" : ""}
    </p>
  );
}
