"use client";

import Link from "next/link";
import { Card } from "@/components/ui/card";
import { useNotifications } from "@/lib/client/notifications/use-notifications";
import { NotificationList } from "./notification-list";
import { WAITING_HREF } from "./notification-words";

interface WaitingCardProps {
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
  /** When the page was made (ISO 8601). */
  since: string;
}

/** The first of what waits for whoever looks; nothing where nothing does. */
export function WaitingCard({ today, since }: WaitingCardProps) {
  const page = useNotifications(since);
  if (page === undefined || page.total === 0) return null;
  return (
    <Card
      title="Waiting for you"
      flush
      className="print:hidden"
      aside={
        <Link href={WAITING_HREF} prefetch={false} className="link">
          {page.total > page.items.length ? `All ${page.total.toLocaleString("en")}` : "List"}
        </Link>
      }
    >
      <NotificationList items={page.items} today={today} />
    </Card>
  );
}
