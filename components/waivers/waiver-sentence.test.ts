import { expect, it } from "vitest";
import { waiversPage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import type { WaiverPage } from "@/lib/contracts/waivers";
import { waiverSentence } from "./waiver-sentence";

const total = (
  requested: number,
  in_force: number,
  some: Partial<WaiverPage["total"]> = {},
): WaiverPage["total"] => ({
  byState: { requested, in_force, refused: 0, withdrawn: 0, lapsed: 0, ended: 0 },
  ...{ toDecide: 0, endingSoon: 0, acceptedLoss: null, currency: null },
  ...some,
});

it.each<[WaiverPage["total"], string]>([
  [total(0, 0), "No risk is accepted, and no request is open."],
  [total(0, 1), "1 risk is accepted."],
  [
    total(0, 4, { acceptedLoss: 31_200, currency: "EUR" }),
    "4 risks are accepted, expected to cost €31k a year where live.",
  ],
  [total(1, 0, { toDecide: 1 }), "No risk is accepted. 1 request waits for a decision, yours."],
  [total(3, 2, { toDecide: 2 }), "2 risks are accepted. 3 requests wait for a decision, 2 of them yours."],
  [total(2, 2), "2 risks are accepted. 2 requests wait for a decision."],
])("%#: says what is accepted and what waits", (all, words) => {
  expect(plainText(waiverSentence({ total: all }, waiversPage.none))).toBe(words);
});
