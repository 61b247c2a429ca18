"use client";

import { Bell as BellIcon } from "lucide-react";
import { Link } from "@/components/ui/link";
import { useFreshNotifications } from "@/lib/client/notifications/use-notifications";
import { WAITING_HREF, waitingWords } from "./waiting-words";

/** Above this it is many. */
const MOST = 99;

/** How much waits for whoever looks, and the way to it. @param since when the page was made (ISO 8601) */
export function Bell({ since }: { since: string }) {
  const count = useFreshNotifications(since)?.total;
  return (
    <Link
      href={WAITING_HREF}
      aria-label={waitingWords(count)}
      title={waitingWords(count)}
      className="relative grid size-9 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunk hover:text-ink"
    >
      <BellIcon aria-hidden="true" className="size-4.5" />
      {count !== undefined && count > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-no px-1 text-[0.625rem] leading-none font-[650] text-card tabular-nums"
        >
          {count > MOST ? `${MOST}+` : count}
        </span>
      )}
    </Link>
  );
}
