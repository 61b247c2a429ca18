import { type WaiversQuery, waiversPage } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { WaiverPage } from "@/lib/contracts/waivers";
import { amountText } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";

/** How many risks are accepted, what they are expected to cost, and which decisions wait, in words whose numbers lead there. */
export function waiverSentence({ total }: Pick<WaiverPage, "total">, query: WaiversQuery): LinkedWords[] {
  const { byState, toDecide, acceptedLoss, currency } = total;
  const [open, accepted] = [byState.requested, byState.in_force];
  if (open + accepted === 0) return [{ text: "No risk is accepted, and no request is open." }];
  const to = (state: "requested" | "in_force") => waiversPage.href(query, { state: [state] });
  const cost =
    acceptedLoss !== null && acceptedLoss > 0 && currency !== null
      ? [{ text: `, expected to cost ${amountText(acceptedLoss, { currency })} a year where live` }]
      : [];
  const risks: LinkedWords[] =
    accepted === 0
      ? [{ text: "No risk is accepted" }]
      : [
          { text: `${counted(accepted, "risk")}`, href: to("in_force") },
          { text: accepted === 1 ? " is accepted" : " are accepted" },
          ...cost,
        ];
  if (open === 0) return [...risks, { text: "." }];
  const wait: LinkedWords[] = [
    { text: counted(open, "request"), href: to("requested") },
    { text: open === 1 ? " waits for a decision" : " wait for a decision" },
  ];
  const mine = toDecide > 0 ? (toDecide === open ? ", yours" : `, ${toDecide} of them yours`) : "";
  return [...risks, { text: ". " }, ...wait, { text: `${mine}.` }];
}
