import type { Act, Deed } from "./launch-acts";

/** The deeds of a launch as its acts, in order. */
const story = (
  launch: string,
  acts: readonly (readonly [day: number, minute: number, by: string, deed: Deed])[],
): Act[] => acts.map(([day, minute, by, deed]) => ({ ...deed, day, minute, by, launch }));

const GIFTS = { service: "giftcards" } as const;

/** Decided in a meeting on an ordinary afternoon, and launched on a plain go. */
const giftCards = story("giftcards", [
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

/** Waits for somebody: what was agreed came late, and yesterday something turned out worse than it was signed. */
const payouts = story("payouts", [
  [
    30,
    380,
    "ines",
    {
      kind: "planned",
      title: "Payouts without the file by hand",
      services: ["payouts"],
      target: -6,
      meeting: [10, 370],
      facilitator: "ines",
      signers: { engineering: "tomas", security: "priya", product: "leonie", executive: "helena" },
      deputies: { engineering: "lan", security: "dmitri" },
      what: "Each night pays every shop what is theirs, by SEPA and Bacs. Finance stops uploading a file.",
      worth: "Shops get their money four days earlier; finance gets back a morning a day.",
      delayCostPerWeek: 9_000,
      undo: {
        how: "The nightly run is switched off, and the file of that night is made for finance to upload as before.",
        who: "Inés or Tomáš, or whoever leads the night shift of finance",
      },
      onCall: "Payments & Ledger",
    },
  ],
  [
    11,
    390,
    "tomas",
    {
      kind: "answered",
      service: "payouts",
      rest: "yes",
      says: {
        "alerts-reach-somebody": [
          "no",
          "A run that stops sends a mail to the team's address. At two at night nobody reads it.",
        ],
        "restore-rehearsed": [
          "partly",
          "Restored once, without the files of the bank, and nobody took the time.",
        ],
        "peak-load-tested": [
          "no",
          "Tested with an ordinary night. The last night of a month is five times that.",
        ],
      },
    },
  ],
  [10, 370, "ines", { kind: "met" }],
  [
    10,
    376,
    "ines",
    { kind: "to_fix", service: "payouts", question: "alerts-reach-somebody", owner: "lan", dueOn: 3 },
  ],
  [
    10,
    381,
    "ines",
    { kind: "to_fix", service: "payouts", question: "restore-rehearsed", owner: "tomas", dueOn: -3 },
  ],
  [
    10,
    388,
    "tomas",
    {
      kind: "to_accept",
      service: "payouts",
      question: "peak-load-tested",
      reason: "The first month's end is split over two nights by hand. By the second one the test is made.",
      until: -28,
    },
  ],
  [10, 392, "ines", { kind: "carried" }],
  [
    9,
    380,
    "helena",
    { kind: "granted", service: "payouts", question: "peak-load-tested", reason: "For one month's end." },
  ],
  [
    7,
    385,
    "tomas",
    {
      kind: "signed",
      role: "engineering",
      decision: "go",
      comment: "Built as we want it, once the two conditions are met.",
    },
  ],
  [
    1,
    400,
    "lan",
    {
      kind: "answered",
      service: "payouts",
      says: {
        "bad-change-undone": [
          "no",
          "Undoing yesterday's change of the bank's address took four steps and a call to the bank. One run went out twice to the test account.",
        ],
      },
    },
  ],
]);

/** Launched over an objection, by who had the right to. */
const images = story("images", [
  [
    70,
    380,
    "adaeze",
    {
      kind: "planned",
      title: "Image pipeline for all shops",
      services: ["images"],
      target: 57,
      meeting: [64, 380],
      facilitator: "soren",
      signers: { engineering: "adaeze", security: "priya" },
      what: "Pictures that shops upload are cut, sized and checked here. The old scripts on the file server stop.",
      worth: "Four hundred shops of one chain join with it, and put up their pictures themselves.",
      delayCostPerWeek: 25_000,
      undo: {
        how: "The old scripts take over again by one flag. Pictures that were made meanwhile stay.",
        who: "Whoever is on call for Platform",
      },
      onCall: "Platform",
    },
  ],
  [
    65,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      rest: "yes",
      says: {
        "alerts-reach-somebody": ["no", "Its alerts go to a channel that is read in working hours only."],
        "uploads-checked": ["partly", "Size and number are limited. What a file says it is, is believed."],
      },
    },
  ],
  [64, 380, "soren", { kind: "met" }],
  [
    64,
    386,
    "soren",
    { kind: "to_fix", service: "images", question: "alerts-reach-somebody", owner: "yuki", dueOn: 58 },
  ],
  [62, 380, "adaeze", { kind: "signed", role: "engineering", decision: "go" }],
  [
    62,
    455,
    "priya",
    {
      kind: "signed",
      role: "security",
      decision: "no_go",
      comment:
        "Files of strangers are opened by a library with two known holes, and nothing looks inside them first. Two weeks would do.",
      lookAgainOn: 50,
    },
  ],
  [
    59,
    400,
    "helena",
    {
      kind: "overruled",
      role: "security",
      reason:
        "Four hundred shops join the day after tomorrow, and wait with their pictures. Until files are checked, only shops that we know can upload.",
    },
  ],
  [
    58,
    100,
    "helena",
    {
      kind: "closed",
      as: "launched",
      reason: "The shops join today. The alert that is still to be moved is moved before the weekend.",
    },
  ],
  [
    57,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      says: {
        "alerts-reach-somebody": [
          "yes",
          "Three alerts page whoever is on call; the others are gone. Tried on a Sunday.",
          "graphs: Alerts of the image pipeline",
        ],
      },
    },
  ],
  [
    54,
    380,
    "soren",
    {
      kind: "reviewed",
      text: "Four days, 61,000 pictures, none of them hostile as far as we can tell. Limiting it to shops that we know held 22 of them up for a day. The objection was right about the library: it is replaced first, and the limit stays until then.",
    },
  ],
  [
    47,
    380,
    "yuki",
    {
      kind: "answered",
      service: "images",
      says: {
        "uploads-checked": [
          "yes",
          "A file is known by its content, opened in a sandbox without network, and written anew. The library is replaced.",
          "git: Open uploads in a sandbox",
        ],
      },
    },
  ],
]);

/** Everything that was done about launches. */
export const LAUNCHES: readonly Act[] = [...giftCards, ...payouts, ...images];
