import { describe, expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import { chatText } from "./chat-text";
import { launchSentence, tradeWords } from "./launch-sentence";
import { daysAway, weekdayInWords } from "./launch-words";
import { namesIn } from "./named-questions";
import { sinceLaunchText } from "./since-launch";
import { ANA, aGap, aLaunch, LI, SAM } from "./testing-launch";
import { turnDue, turnPeople, turnText } from "./turn-words";
import { whatIsSigned } from "./what-is-signed";

const TODAY = "2026-11-30";
const NAMES = namesIn(aLaunch(), {
  "checkout secrets": { title: "Secrets are rotated", area: "data_protection", critical: true },
});
const blocked = aLaunch({
  outcome: "pending",
  outcomeReasons: [{ code: "blocker_undisposed", service: "checkout", question: "secrets" }],
  blockers: [{ service: "checkout", question: "secrets", disposition: null }],
  gaps: [aGap()],
  trade: { ...aLaunch().trade, effortDays: 2, expectedLoss: 31_000, incidentsPerYear: 1.2, atLaunch: 31_000 },
  delayCostPerWeek: 40_000,
  turns: [
    { what: "dispose", role: null, service: "checkout", question: "secrets", people: [], dueOn: null },
    {
      what: "sign_again",
      role: "security",
      service: null,
      question: null,
      people: [LI, SAM],
      dueOn: "2026-11-29",
    },
  ],
});

describe("the first lines of a launch", () => {
  it("lead to what they count", () => {
    const words = launchSentence(blocked, TODAY, null);
    expect(plainText(words)).toBe(
      "Checkout 3 launches in 9 days and is not decided: one blocker waits for somebody.",
    );
    expect(words.flatMap(({ href, tone }) => (href ? [[href, tone]] : []))).toEqual([
      ["#plan", undefined],
      ["#sign-off", "bad"],
      ["#blockers", undefined],
    ]);
  });

  it("say the trade, and where its assumptions are", () => {
    expect(plainText(tradeWords(blocked))).toBe(
      "Fixing the blocker takes about 2 days; launching without costs about €31k a year. A week’s delay costs about €40k. What that assumes.",
    );
    expect(plainText(tradeWords(aLaunch({ gaps: [aGap({ blocker: false })] })))).toBe("Nothing blocks it.");
    expect(plainText(tradeWords(aLaunch()))).toBe("Nothing is open in its services.");
  });

  it("go into a chat with whose turn it is and the link", () => {
    expect(chatText(blocked, NAMES, TODAY, null, "https://plumb.example/launches/9")).toBe(
      [
        "Checkout 3 launches in 9 days and is not decided: one blocker waits for somebody.",
        "Fixing the blocker takes about 2 days; launching without costs about €31k a year. A week’s delay costs about €40k.",
        "- Decide on “Secrets are rotated”: anybody of Payments\n- Sign again for security: Li Wen or Sam Adeyemi",
        "https://plumb.example/launches/9",
      ].join("\n\n"),
    );
  });
});

describe("whose turn it is", () => {
  const nobody = { people: [], role: null, service: null, question: null, dueOn: null };
  it("is said with the title where it is known", () => {
    expect(turnText({ what: "condition", role: null }, "Restore rehearsed")).toBe(
      "Finish “Restore rehearsed”",
    );
    expect(turnText({ what: "condition", role: null }, null)).toBe("Meet a condition");
    expect(turnText({ what: "name_signer", role: "product" }, null)).toBe("Name who signs for product");
  });
  it("is anybody's of the team where nobody is named", () => {
    expect(turnPeople({ ...nobody, what: "dispose" }, NAMES.person, ["Payments", "Ledger"])).toBe(
      "anybody of Payments or Ledger",
    );
    expect(turnPeople({ ...nobody, what: "decide_waiver" }, NAMES.person, [])).toContain("executive");
    expect(turnPeople({ what: "close", people: [ANA] }, NAMES.person, [])).toBe("Ana Kirsch");
  });
  it("is late once its day is over", () => {
    expect(turnDue({ dueOn: "2026-11-29" }, TODAY)?.late).toBe(true);
    expect(turnDue({ dueOn: TODAY }, TODAY)?.late).toBe(false);
    expect(turnDue({ dueOn: null }, TODAY)).toBeNull();
  });
});

it("tells what a signature covers", () => {
  const launch = {
    ...blocked,
    gaps: [
      aGap(),
      aGap({ question: "b", blocker: false, carried: true, expectedLoss: 9_000 }),
      aGap({
        question: "c",
        title: "Logs are kept",
        blocker: false,
        waiver: { id: "w", until: "2027-01-31" },
      }),
    ],
    carried: { count: 1, expectedLoss: 9_000, by: ANA, at: null },
  };
  expect(whatIsSigned(launch, NAMES, TODAY).map(({ name, texts }) => `${name}: ${texts.join("; ")}`)).toEqual(
    [
      "What: not written",
      "Undo: not written",
      "Launch: on 9 December",
      "Services: Checkout: tier 1, launching, working, 60%, version 3 of its checklist",
      "Answers: all of these services, each with its reason and evidence",
      "Blockers: 1, 1 undecided",
      "Conditions: none open",
      "Risks accepted: “Logs are kept” until 31 January 2027",
      "Other gaps: 1 gap, about €9k a year; 1 carried",
    ],
  );
});

it.each([
  ["note", {}, null],
  ["correction", { text: "It was Tuesday." }, "Ana corrected the minutes: “It was Tuesday.”"],
  [
    "condition_changed",
    { gap: { title: "Restore rehearsed" }, change: { change: "broken", verdict: "no" } },
    "The condition on “Restore rehearsed” is broken: the gap is open again.",
  ],
])("since the launch, %s %j is %s", (kind, details, text) => {
  expect(sinceLaunchText({ kind, by: { id: ANA, name: "Ana" }, details }, TODAY)).toBe(text);
});

it("says days as people do", () => {
  expect([0, 1, -1, 9, -3].map(daysAway)).toEqual([
    "today",
    "tomorrow",
    "yesterday",
    "in 9 days",
    "3 days ago",
  ]);
  expect(weekdayInWords("2026-12-09", TODAY)).toBe("Wednesday 9 December");
  expect(weekdayInWords("2027-01-12", TODAY)).toBe("Tuesday 12 January 2027");
});
