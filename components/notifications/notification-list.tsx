import {
  ClipboardCheck,
  Flag,
  type LucideIcon,
  NotebookPen,
  PenLine,
  RotateCcw,
  ShieldQuestion,
  UserPlus,
  Wrench,
} from "lucide-react";
import { Link } from "@/components/ui/link";
import type { Notification } from "@/lib/contracts/notifications";
import type { NotificationKind } from "@/lib/domain/notifications";
import { notificationDue, notificationHref, notificationPlace, notificationText } from "./notification-words";

const ICON: Record<NotificationKind, LucideIcon> = {
  sign: PenLine,
  sign_again: PenLine,
  look_again: RotateCcw,
  decide_waiver: ShieldQuestion,
  condition: ClipboardCheck,
  gap: Wrench,
  name_signer: UserPlus,
  close: Flag,
  review: NotebookPen,
};

interface NotificationListProps {
  items: readonly Notification[];
  /** YYYY-MM-DD, where the organisation is. */
  today: string;
}

/** What waits, one line each: what, where, by when; a line leads to where it is done. */
export function NotificationList({ items, today }: NotificationListProps) {
  return (
    <ul>
      {items.map((item) => {
        const Icon = ICON[item.kind];
        const due = notificationDue(item, today);
        return (
          <li key={item.id} className="border-t border-line first:border-t-0">
            <Link
              href={notificationHref(item)}
              className="grid min-h-11 grid-cols-[1rem_minmax(0,1fr)] items-start gap-x-3 gap-y-0.5 px-4.5 py-3 hover:bg-sunk sm:grid-cols-[1rem_minmax(0,1fr)_auto]"
            >
              <Icon aria-hidden="true" className="mt-0.5 size-4 text-ink-3" />
              <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">
                {notificationText(item)}
                <span className="text-ink-3">
                  {notificationPlace(item).map((name) => (
                    <span key={name}>
                      {" · "}
                      <bdi>{name}</bdi>
                    </span>
                  ))}
                </span>
              </span>
              {due !== null && (
                <span
                  className={`text-sm max-sm:col-start-2 sm:text-right sm:whitespace-nowrap ${item.late ? "font-strong text-no" : "text-ink-3"}`}
                >
                  {due}
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
