import { counted, type LinkedWords } from "@/components/service/counted";
import { incidentsText } from "@/components/service/figures";
import type { GapPage } from "@/lib/contracts/gaps";
import { moneyText } from "@/lib/domain/money";
import { type GapListQuery, gapListHref } from "./gap-list-query";

/** What is open and what it is expected to cause, known and unknown apart (R1), in words whose numbers lead there. */
export function gapListSentence(
  total: GapPage["total"],
  query: GapListQuery,
  narrowed: boolean,
): LinkedWords[] {
  if (total.gaps === 0) {
    return [{ text: narrowed ? "No gap is like that." : "Nothing is open in any service." }];
  }
  const to = (change: Partial<GapListQuery>) => gapListHref(query, change);
  const blockers: LinkedWords[] =
    total.blockers === 0
      ? []
      : [
          { text: ", " },
          { text: counted(total.blockers, "blocker"), href: to({ kind: ["blocker"] }), tone: "bad" },
          { text: " among them" },
        ];
  return [
    { text: `${counted(total.gaps, "gap")} ${total.gaps === 1 ? "is" : "are"} open in ` },
    { text: counted(total.services, "service"), href: to({ sort: "service" }) },
    ...blockers,
    { text: ". " },
    ...expected(total, to),
  ];
}

function expected(
  { known, unknown, currency, knownLoss, unknownLoss }: GapPage["total"],
  to: (change: Partial<GapListQuery>) => string,
): LinkedWords[] {
  const incidents = (value: number, loss: number | null) =>
    `${incidentsText(value)} ${value === 1 ? "incident" : "incidents"} a year${loss === null || currency === null ? "" : `, about ${moneyText(loss, currency)}`}`;
  const knownPart = {
    text: incidents(known, knownLoss),
    href: to({ kind: ["known"] }),
    tone: "bad" as const,
  };
  const unknownPart = { text: incidents(unknown, unknownLoss), href: to({ kind: ["unknown"] }) };
  if (unknown === 0) return [{ text: "Expected: " }, knownPart, { text: "." }];
  if (known === 0) {
    return [{ text: "Nothing is known to go wrong; " }, unknownPart, { text: " cannot be ruled out." }];
  }
  return [
    { text: "Expected: " },
    knownPart,
    { text: ", and another " },
    unknownPart,
    { text: " that nobody can rule out." },
  ];
}
