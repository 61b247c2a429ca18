import { story } from "./launch-acts";

const GIFTS = { service: "giftcards" } as const;

/** Decided in a meeting on an ordinary afternoon, and launched on a plain go. */
export const giftCards = story("giftcards", [
  [
    44,
    370,
    "leonie",
    {
      kind: "planned",
      title: "Gift cards for the holidays",
      services: ["giftcards", "ledger"],
      target: 24,
      meeting: [33, 370],
      facilitator: "leonie",
      signers: {
        engineering: "kwame",
        reliability: "adaeze",
        security: "priya",
        product: "helena",
        executive: "helena",
      },
      what: "Everybody can buy a gift card, send it and redeem it. The ledger books cards as a liability from now on.",
      worth: "A third of last year's gift cards were sold in the six weeks before the holidays.",
      delayCostPerWeek: 40_000,
      undo: {
        how: "One flag hides the sale of cards. Cards that were sold stay redeemable, and the ledger keeps its bookings.",
        who: "Whoever is on call for Storefront or Payments",
      },
      onCall: "Storefront, in the first four weeks with somebody of Payments",
    },
  ],
  [
    35,
    400,
    "kwame",
    {
      kind: "answered",
      service: "giftcards",
      rest: "yes",
      says: {
        "payment-taken-once": [
          "no",
          "A retry after a timeout redeemed the same card twice, on staging, in one of forty tries.",
        ],
        "outgoing-calls-time-out": [
          "partly",
          "All calls give up in time, except the one that asks for the mail to be sent.",
        ],
        "peak-load-tested": [
          "partly",
          "Tested at the peak that we expect, not at twice that: staging is too small for more.",
        ],
        "steps-for-likely-faults": [
          "partly",
          "For cards that were not booked. Not for mails that do not come, which we expect most.",
        ],
        "restore-rehearsed": [
          "unclear",
          "Nobody could say what there would be to restore. Cards are in the ledger.",
        ],
      },
    },
  ],
  [35, 410, "ines", { kind: "answered", service: "ledger", rest: "yes", says: {} }],
  [33, 370, "leonie", { kind: "met" }],
  [
    33,
    374,
    "kwame",
    {
      kind: "fixed",
      ...GIFTS,
      question: "outgoing-calls-time-out",
      reason:
        "Merged this morning. With the mail provider cut off on staging, orders went through and mails came later.",
      evidence: "git: Time limit for the mail provider",
    },
  ],
  [
    33,
    379,
    "leonie",
    { kind: "to_fix", ...GIFTS, question: "payment-taken-once", owner: "kwame", dueOn: 28 },
  ],
  [
    33,
    386,
    "kwame",
    {
      kind: "to_accept",
      ...GIFTS,
      question: "peak-load-tested",
      reason:
        "Gift cards are a tenth of Checkout's traffic, and the front door turns away what is above the tested peak.",
      until: -18,
    },
  ],
  [
    33,
    390,
    "leonie",
    {
      kind: "not_for_us",
      ...GIFTS,
      question: "restore-rehearsed",
      reason:
        "It holds no data of its own: cards and balances are in the ledger, whose restore is rehearsed twice a year.",
    },
  ],
  [33, 394, "leonie", { kind: "carried" }],
  [33, 396, "adaeze", { kind: "noted", text: "Platform keeps two more machines ready for six weeks." }],
  [
    32,
    380,
    "helena",
    {
      kind: "granted",
      ...GIFTS,
      question: "peak-load-tested",
      until: -3,
      reason: "Until the load test that Checkout makes anyway. Not longer.",
    },
  ],
  [31, 370, "kwame", { kind: "signed", role: "engineering", decision: "go" }],
  [
    31,
    395,
    "adaeze",
    {
      kind: "signed",
      role: "reliability",
      decision: "go",
      comment: "We watch redemptions by the minute in the first week.",
    },
  ],
  [31, 430, "priya", { kind: "signed", role: "security", decision: "go" }],
  [31, 465, "helena", { kind: "signed", role: "product", decision: "go" }],
  [
    31,
    470,
    "helena",
    { kind: "signed", role: "executive", decision: "go", comment: "For the peak that we have tested." },
  ],
  [
    29,
    380,
    "kwame",
    {
      kind: "answered",
      service: "giftcards",
      says: {
        "payment-taken-once": [
          "yes",
          "The card is locked before it is redeemed, and a repeated request gets the first answer. 10,000 tries at once, none twice.",
          "ci: Redeeming at once, 10,000 times",
        ],
      },
    },
  ],
  [
    29,
    382,
    "jw",
    {
      kind: "answered",
      service: "giftcards",
      says: {
        "steps-for-likely-faults": [
          "yes",
          "Four faults, each with what it looks like, what to do first and whom to call.",
          "wiki: When gift cards misbehave",
        ],
      },
    },
  ],
  [
    29,
    385,
    "leonie",
    { kind: "noted", text: "The last condition is met. Shops get the announcement today." },
  ],
  [
    24,
    380,
    "leonie",
    { kind: "closed", as: "launched", reason: "Everybody signed, and what changed since is small." },
  ],
  [
    20,
    370,
    "adaeze",
    { kind: "corrected", text: "The two more machines stay ready for eight weeks, not six." },
  ],
]);
