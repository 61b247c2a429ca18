import { story } from "./launch-acts";

/** Waits for somebody: what was agreed came late, and yesterday something turned out worse than it was signed. */
export const payouts = story("payouts", [
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
