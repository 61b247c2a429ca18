import { counted, type LinkedWords } from "@/components/service/counted";
import type { Changes } from "@/lib/contracts/changes";
import { READY } from "../headline";
import { listed } from "../words";

/** How the services of a list moved: which came, left, became ready, fell back, or only changed. */
export function movesOf(services: Changes["services"]) {
  const ready = (end: Changes["services"][number]["from"]) => end !== null && READY.includes(end.standing);
  const count = (test: (each: Changes["services"][number]) => boolean) => services.filter(test).length;
  return {
    came: count(({ from }) => from === null),
    left: count(({ to }) => to === null),
    becameReady: count(({ from, to }) => from !== null && !ready(from) && ready(to)),
    fellBack: count(({ from, to }) => ready(from) && to !== null && !ready(to)),
  };
}

/**
 * What changed between two instants, in a sentence whose numbers lead down the page.
 * @param when "Since 20 October", or "From 20 October to 3 November"
 */
export function changesSentence(changes: Changes, when: string): LinkedWords[] {
  const { opened, closed, services } = changes.total;
  if (opened + closed + services === 0) return [{ text: `${when} nothing has changed.` }];
  const parts: LinkedWords[] = [
    ...(closed > 0
      ? [{ text: `${counted(closed, "gap")} closed`, href: "#closed", tone: "good" as const }]
      : []),
    ...(opened > 0
      ? [{ text: `${counted(opened, "gap")} opened`, href: "#opened", tone: "bad" as const }]
      : []),
    ...(services > 0 ? [{ text: `${counted(services, "service")} moved`, href: "#services" }] : []),
  ];
  return [{ text: `${when}, ` }, ...listed(parts), { text: "." }];
}

/** The moves in words, for the line under the sentence; "" when all stayed where they were. */
export function movesInWords(changes: Changes): string {
  const { came, left, becameReady, fellBack } = movesOf(changes.services);
  const parts = [
    becameReady > 0 && `${counted(becameReady, "service")} became ready`,
    fellBack > 0 && `${fellBack.toLocaleString("en")} fell back`,
    came > 0 && `${came.toLocaleString("en")} came new`,
    left > 0 && `${left.toLocaleString("en")} left`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}
