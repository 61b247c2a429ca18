import { plainText } from "@/components/figure/linked-words";
import type { Launch } from "@/lib/contracts/launches";
import { launchSentence, tradeText } from "./launch-sentence";
import type { Names } from "./named-questions";
import { turnPeople, turnText } from "./turn-words";

/** A text to paste into a chat: how the launch stands, whose turn it is, and the link. @param url the whole address of the page */
export function chatText(
  launch: Launch,
  names: Names,
  today: string,
  closedOn: string | null,
  url: string,
): string {
  const turns = launch.turns.map((turn) => {
    const title =
      turn.service !== null && turn.question !== null ? names.title(turn.question, turn.service) : null;
    const teams = launch.serviceStates
      .filter(({ service }) => turn.service === null || service === turn.service)
      .map(({ teamName }) => teamName);
    return `- ${turnText(turn, title)}: ${turnPeople(turn, names.person, [...new Set(teams)])}`;
  });
  return [
    plainText(launchSentence(launch, today, closedOn)),
    ...(launch.state === "open" ? [tradeText(launch)] : []),
    ...(turns.length > 0 ? [turns.join("\n")] : []),
    url,
  ].join("\n\n");
}
