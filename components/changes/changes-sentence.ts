import { inARow, type LinkedWords } from "@/components/figure/linked-words";
import type { Changes } from "@/lib/contracts/changes";
import { amountText } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { type Expected, exposureMoved, isNoMove, unknownOf } from "./exposure-words";

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
    came > 0 && `${counted(came, "service")} ${came === 1 ? "was" : "were"} added`,
    left > 0 && `${left.toLocaleString("en")} left`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

type Exposure = Changes["exposure"];

/**
 * How exposure moved, as a part of the sentence: the known one first, the one carried now before the one at launch (R1, R6),
 * in money where both ends had prices. Null where nothing moved it.
 */
function exposureMove({ now, atLaunch, currency, pricedCosts }: Exposure): LinkedWords | null {
  if (!exposureMoved({ now, atLaunch })) return null;
  const priced = pricedCosts > 0 ? currency : null;
  const move =
    moveOf("known", "", now.from.known, now.to.known, priced) ??
    moveOf("known", " at launch", atLaunch.from.known, atLaunch.to.known, priced) ??
    moveOf("unknown", "", unknownOf(now.from), unknownOf(now.to), priced) ??
    moveOf("unknown", " at launch", unknownOf(atLaunch.from), unknownOf(atLaunch.to), priced);
  return { text: "the cost moved both ways and is the same", ...move, href: "#exposure" };
}

function moveOf(
  kind: string,
  when: string,
  from: Expected,
  to: Expected,
  currency: string | null,
): Omit<LinkedWords, "href"> | null {
  const [before, after] = [from.expectedLoss, to.expectedLoss];
  if (currency !== null && before !== null && after !== null) {
    if (isNoMove(after - before, true)) return null;
    const by = amountText(Math.abs(after - before), { currency });
    return fellOrRose(`${kind} exposure${when}`, after - before, `by ${by}`);
  }
  const by = to.incidents - from.incidents;
  if (!isNoMove(by, false)) {
    const [was, is] = [amountText(from.incidents, null), amountText(to.incidents, null)];
    const far = was === is ? `by ${amountText(Math.abs(by), null)}` : `from ${was} to ${is}`;
    return fellOrRose(`${kind} incidents${when}`, by, `${far} a year`);
  }
  if (currency !== null && !isNoMove(after, true)) {
    const is = amountText(after ?? 0, { currency });
    return { text: `${kind} exposure${when} got its first prices in ${currency}: ${is}` };
  }
  return isNoMove(before, true) ? null : { text: `${kind} exposure${when} lost its prices` };
}

const fellOrRose = (what: string, by: number, far: string): Omit<LinkedWords, "href"> => ({
  text: `${what} ${by < 0 ? "fell" : "rose"} ${far}`,
  tone: by < 0 ? "good" : "bad",
});
