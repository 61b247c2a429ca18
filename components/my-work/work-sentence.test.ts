import { describe, expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { MyTeam } from "@/lib/contracts/my-work";
import { firstNext, workSentence } from "./work-sentence";

const ledger = { slug: "ledger-api", name: "Ledger API", answered: 0, counting: 48 };
const begun = { ...ledger, slug: "search", name: "Search", answered: 36 };
const payments: MyTeam = {
  slug: "payments",
  name: "Payments",
  role: "member",
  services: 3,
  unassessed: 1,
  next: ledger,
  stale: 0,
  aged: null,
};
const shop: MyTeam = { ...payments, slug: "shop", name: "Shop", services: 9, unassessed: 0, next: null };

describe("what waits for somebody, in a sentence", () => {
  it.each<[MyTeam[], string]>([
    [[], "You are on no team yet."],
    [[payments], "Your team Payments has 3 services; Ledger API is unanswered."],
    [
      [{ ...payments, unassessed: 2 }],
      "Your team Payments has 3 services; 2 are unanswered, Ledger API first.",
    ],
    [
      [{ ...payments, unassessed: 3 }],
      "Your team Payments has 3 services; all are unanswered, Ledger API first.",
    ],
    [[{ ...payments, services: 1 }], "Your team Payments has 1 service; Ledger API is unanswered."],
    [
      [{ ...payments, unassessed: 0, next: begun }],
      "Your team Payments has 3 services; Search has 12 questions left to answer.",
    ],
    [
      [{ ...payments, unassessed: 0, next: { ...begun, answered: 47 } }],
      "Your team Payments has 3 services; Search has 1 question left to answer.",
    ],
    [[{ ...payments, unassessed: 0, next: null }], "Your team Payments has 3 services, and all is answered."],
    [
      [
        {
          ...payments,
          unassessed: 0,
          next: null,
          stale: 3,
          aged: { slug: "search", name: "Search", stale: 3 },
        },
      ],
      "Your team Payments has 3 services; 3 answers of Search are stale.",
    ],
    [[{ ...payments, services: 0, unassessed: 0, next: null }], "Your team Payments has no service yet."],
    [[payments, shop], "Your 2 teams have 12 services; Ledger API of Payments is unanswered."],
    [
      [shop, { ...payments, unassessed: 2 }],
      "Your 2 teams have 12 services; 2 are unanswered, Ledger API of Payments first.",
    ],
    [
      [{ ...payments, unassessed: 0, next: begun }, shop],
      "Your 2 teams have 12 services; Search of Payments is not answered to the end.",
    ],
    [
      [
        { ...shop, stale: 2, aged: { slug: "cart", name: "Cart", stale: 1 } },
        { ...shop, slug: "b", stale: 3, aged: { slug: "search", name: "Search", stale: 3 } },
      ],
      "Your 2 teams have 18 services; 5 answers are stale, Search first.",
    ],
    [[shop, { ...shop, slug: "b" }], "Your 2 teams have 18 services, and all is answered."],
  ])("%#", (teams, sentence) => {
    expect(plainText(workSentence(teams))).toBe(sentence);
  });

  it("leads straight to the questions of the first service, and to the services that it counts", () => {
    const hrefs = workSentence([{ ...payments, unassessed: 2 }]).map(({ href }) => href);
    expect(hrefs).toContain("/services/ledger-api/assess");
    expect(hrefs).toContain("/services?team=payments&standing=unassessed");
    expect(hrefs).toContain("/teams/payments");
  });
});

describe("where to begin", () => {
  it("is with what nobody has answered, before what is begun", () => {
    const first = firstNext([{ ...shop, next: begun }, payments]);
    expect(first).toEqual({ team: payments, next: ledger });
  });
  it("is with what is begun when nothing is unanswered", () => {
    expect(firstNext([shop, { ...payments, next: begun }])?.next).toBe(begun);
  });
  it("is nowhere when all is answered", () => {
    expect(firstNext([shop])).toBeNull();
  });
});
