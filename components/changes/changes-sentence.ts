import { inARow, type LinkedWords } from "@/components/figure/linked-words";
import type { Changes } from "@/lib/contracts/changes";
import { counted } from "@/lib/domain/words";
import { exposureMove } from "./exposure-move";
import { exposureMoved } from "./exposure-words";

/** Whether all stands as it stood: no gap, no service, and no exposure moved. */
export const isStill = ({ total, exposure }: Pick<Changes, "total" | "exposure">): boolean =>
  total.opened + total.closed + total.services === 0 && !exposureMoved(exposure);

/**
 * What changed between two instants, in a sentence whose numbers lead down the page.
 * @param when "Since 20 October", or "From 20 October to 3 November"
 */
export function changesSentence(changes: Changes, when: string): LinkedWords[] {
  const { opened, closed, services } = changes.total;
  if (isStill(changes)) return [{ text: `${when} nothing has changed.` }];
  const exposure = exposureMove(changes.exposure);
  const parts: LinkedWords[] = [
    ...(closed > 0
      ? [{ text: `${counted(closed, "gap")} closed`, href: "#closed", tone: "good" as const }]
      : []),
    ...(opened > 0
      ? [{ text: `${counted(opened, "gap")} opened`, href: "#opened", tone: "bad" as const }]
      : []),
    ...(services > 0 ? [{ text: `${counted(services, "service")} moved`, href: "#services" }] : []),
    ...(exposure ? [exposure] : []),
  ];
  return [{ text: `${when}, ` }, ...inARow(parts), { text: "." }];
}

/** The moves of all services in words, for the line under the sentence; "" when all stayed where they were. */
export function movesInWords({ total }: Pick<Changes, "total">): string {
  const { came, left, becameReady, fellBack } = total;
  const parts = [
    becameReady > 0 && `${counted(becameReady, "service")} became ready`,
    fellBack > 0 && `${fellBack.toLocaleString("en")} fell back`,
    came > 0 && `${came.toLocaleString("en")} came new`,
    left > 0 && `${left.toLocaleString("en")} left`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}
