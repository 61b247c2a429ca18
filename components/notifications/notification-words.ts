import { launchHref, waiversPage } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import { questionHref } from "@/components/gaps/gap-line";
import type { Notification, NotificationPage } from "@/lib/contracts/notifications";
import { dayInWords } from "@/lib/domain/day-words";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import { counted } from "@/lib/domain/words";

/** The page that lists everything that waits. */
export const WAITING_HREF = "/waiting";

/** How much waits, as the bell says it: "3 things wait for you". @param count undefined while nobody knows */
export const waitingWords = (count: number | undefined): string => {
  if (count === undefined) return "What waits for you";
  if (count === 0) return "Nothing waits for you";
  return `${counted(count, "thing")} ${count === 1 ? "waits" : "wait"} for you`;
};

/** How much waits, as its page begins: "3 things wait for you, 1 of them late." */
export function waitingSentence({ total, late }: Pick<NotificationPage, "total" | "late">): LinkedWords[] {
  if (late === 0) return [{ text: `${waitingWords(total)}.` }];
  if (total === 1) return [{ text: `${waitingWords(total)}, and is late.` }];
  const some = total === late ? "all of them" : `${late.toLocaleString("en")} of them`;
  return [{ text: `${waitingWords(total)}, ${some} late.` }];
}

/** What is to be done: "Sign again for security". */
export function notificationText({ kind, role, question }: Notification): string {
  const inRole = role === null ? "" : ` for ${ROLE_TEXT[role].name.toLowerCase()}`;
  const gap = `“${question?.title ?? ""}”`;
  switch (kind) {
    case "sign":
      return `Sign${inRole}`;
    case "sign_again":
      return `Sign again${inRole}: the go is out of date`;
    case "look_again":
      return `Look again at your no-go${inRole}`;
    case "decide_waiver":
      return `Decide on the waiver for ${gap}`;
    case "condition":
    case "gap":
      return `Finish ${gap}`;
    case "name_signer":
      return `Name who signs${inRole}`;
    case "close":
      return "Record how it went";
    case "review":
      return "Write the review: it was launched without a go";
  }
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
    return questionHref(service.slug, question.key, null);
  if (kind === "decide_waiver") return waiversPage.href({ state: ["requested"] }, {}, `#${waiver}`);
  const page = launchHref(launch?.id ?? "");
  return kind === "close" || kind === "review" ? page : `${page}#sign-off`;
}
