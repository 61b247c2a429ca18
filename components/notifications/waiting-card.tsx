"use client";

import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { onDemand } from "@/components/ui/on-demand";
import { useNotifications } from "@/lib/client/notifications/use-notifications";
import { WAITING_HREF, waitingWords } from "./waiting-words";

const NotificationList = onDemand(() =>
  import("./notification-list").then((module) => module.NotificationList),
);

interface WaitingCardProps {
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

/** The first of what waits for whoever looks, as the bell over the page knows it. */
export function WaitingCard({ today }: WaitingCardProps) {
  const page = useNotifications();
  return (
    <Card
      title="Waiting for you"
      flush
      className="print:hidden"
      aside={
        page !== undefined &&
        page.total > 0 && (
          <Link href={WAITING_HREF} className="link">
            {page.total > page.items.length ? `All ${page.total.toLocaleString("en")}` : "List"}
          </Link>
        )
      }
    >
      {page?.total === 0 && <p className="px-4.5 pb-3 text-ink-2">{waitingWords(0)}.</p>}
      {page !== undefined && page.total > 0 && <NotificationList items={page.items} today={today} />}
    </Card>
  );
}
