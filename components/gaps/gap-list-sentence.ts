import { counted, type LinkedWords } from "@/components/service/counted";
import type { GapPage } from "@/lib/contracts/gaps";
import { amountText, incidentsInWords } from "@/lib/domain/amount-text";
import { type GapListQuery, gapListHref } from "./gap-list-query";

const NOT_LIVE: GapListQuery["lifecycle"] = ["planned", "building", "launching"];

/** What is open and what it is expected to cause, known and unknown apart (R1), in words whose numbers lead there. */
export function gapListSentence(
  total: GapPage["total"],
  query: GapListQuery,
  narrowed: boolean,
): LinkedWords[] {
  if (total.gaps === 0) {
    return [{ text: narrowed ? "No gap is like that." : "Nothing is open in any service." }];
  }
  const to: To = (change) => gapListHref(query, change);
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

type To = (change: Partial<GapListQuery>) => string;

/** Incidents a year, with what they are expected to cost where that has a price. */
function figure(value: number, loss: number | null, currency: string | null): string {
  const money = loss === null || currency === null ? "" : `, about ${amountText(loss, { currency })}`;
  return `${incidentsInWords(value)} a year${money}`;
}

/** What is carried now; of gaps that no live service has, what they will cause from a launch on (R6). */
function expected(total: GapPage["total"], to: To): LinkedWords[] {
  const live = total.known + total.unknown > 0;
  const { known, unknown, knownLoss, unknownLoss } = live ? total : total.atLaunch;
  if (known + unknown === 0) return [{ text: "They are expected to cause nothing." }];
  const of: Partial<GapListQuery> = { lifecycle: live ? ["live"] : NOT_LIVE };
  const when = live ? "in live services" : "once launched";
  const knownPart = {
    text: figure(known, knownLoss, total.currency),
    href: to({ ...of, kind: ["known"] }),
    tone: "bad" as const,
  };
  const unknownPart = {
    text: figure(unknown, unknownLoss, total.currency),
    href: to({ ...of, kind: ["unknown"] }),
  };
  if (unknown === 0) return [{ text: `Expected ${when}: ` }, knownPart, { text: "." }];
  if (known === 0) {
    return [
      { text: `Nothing is known to go wrong ${when}; ` },
      unknownPart,
      { text: " cannot be ruled out." },
    ];
  }
  return [
    { text: `Expected ${when}: ` },
    knownPart,
    { text: ", and another " },
    unknownPart,
    { text: " that nobody can rule out." },
  ];
}

/** Beside the sentence: what services that are not live yet bring, never added to what is carried now (R6). */
export function gapsAtLaunchWords(total: GapPage["total"], query: GapListQuery): LinkedWords[] {
  const { known, unknown, knownLoss, unknownLoss } = total.atLaunch;
  if (known + unknown === 0 || total.known + total.unknown === 0) return [];
  const to = (kind: "known" | "unknown") => gapListHref(query, { lifecycle: NOT_LIVE, kind: [kind] });
  const more = { text: figure(unknown, unknownLoss, total.currency), href: to("unknown") };
  if (known === 0) {
    return [{ text: "Of services not live yet, " }, more, { text: " cannot be ruled out." }];
  }
  return [
    { text: "Services not live yet bring " },
    { text: figure(known, knownLoss, total.currency), href: to("known") },
    ...(unknown === 0 ? [] : [{ text: "; another " }, more, { text: " cannot be ruled out" }]),
    { text: ": counted apart." },
  ];
}
