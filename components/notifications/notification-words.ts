import { assessHref, launchHref, waiversPage } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import { roleWord } from "@/components/launch/launch-words";
import { turnText } from "@/components/launch/turn-words";
import type { Notification, NotificationPage } from "@/lib/contracts/notifications";
import { dayInWords } from "@/lib/domain/day-words";
import { waitingWords } from "./waiting-words";

/** How much waits, as its page begins: "3 things wait for you, 1 of them late." */
export function waitingSentence({ total, late }: Pick<NotificationPage, "total" | "late">): LinkedWords[] {
  if (late === 0) return [{ text: `${waitingWords(total)}.` }];
  if (total === 1) return [{ text: `${waitingWords(total)}, and is late.` }];
  const some = total === late ? "all of them" : `${late.toLocaleString("en")} of them`;
  return [{ text: `${waitingWords(total)}, ${some} late.` }];
}

/** What is to be done: "Sign again for security". */
export function notificationText({ kind, role, question }: Notification): string {
  if (kind === "look_again")
    return `Look again at your no-go${role === null ? "" : ` for ${roleWord(role)}`}`;
  const turn = turnText({ what: kind === "gap" ? "condition" : kind, role }, question?.title ?? null);
  if (kind === "sign_again") return `${turn}: the go is out of date`;
  return kind === "review" ? `${turn}: it was launched without a go` : turn;
}

/** What it is about: the launch, and the service where one is meant. */
export const notificationPlace = ({ launch, service }: Notification): string[] =>
  [launch?.title, service?.name].filter((name) => name !== undefined);

/** By when, or since when: "by 9 December", "late since 3 December", "today". Days are YYYY-MM-DD, where the organisation is. */
export function notificationDue({ kind, dueOn, late }: Notification, today: string): string | null {
  if (dueOn === null) return null;
  const day = dayInWords(dueOn, today);
  if (kind === "look_again") return late ? `since ${day}` : "today";
  if (kind === "close") return `planned for ${day}`;
  if (late) return `late since ${day}`;
  return dueOn === today ? "today" : `by ${day}`;
}

/** Where it is done. */
export function notificationHref({ kind, launch, service, question, waiver }: Notification): string {
  if ((kind === "gap" || kind === "condition") && service && question)
    return assessHref(service.slug, question.key);
  if (kind === "decide_waiver") return waiversPage.href({ state: ["requested"] }, {}, `#${waiver}`);
  const page = launchHref(launch?.id ?? "");
  return kind === "close" || kind === "review" ? page : `${page}#sign-off`;
}
