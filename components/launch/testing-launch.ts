import type { LaunchGap, SignOffShown } from "@/lib/contracts/launch-parts";
import type { Launch } from "@/lib/contracts/launches";

export const ANA = "11111111-1111-1111-1111-111111111111";
export const LI = "22222222-2222-2222-2222-222222222222";
export const SAM = "33333333-3333-3333-3333-333333333333";

/** A gap for tests of what is said of it: critical, answered no, worth €31k. */
export const aGap = (some: Partial<LaunchGap> = {}): LaunchGap => ({
  service: "checkout",
  question: "secrets",
  title: "Secrets are rotated",
  text: "Secrets are rotated after a leak.",
  area: "data_protection",
  critical: true,
  blocker: true,
  verdict: "no",
  given: "no",
  stale: false,
  staleAt: null,
  version: 1,
  reason: "We have no way to find who uses the old key.",
  evidence: [],
  savedBy: ANA,
  savedAt: "2026-11-20T10:00:00.000Z",
  incidentsPerYear: 1.2,
  expectedLoss: 31_000,
  effortDays: 2,
  owner: null,
  dueOn: null,
  waiver: null,
  waiverAsked: false,
  disposition: null,
  carried: false,
  ...some,
});

/** A sign-off in force for tests: Ana's go for engineering. */
export const aSignOff = (some: Partial<SignOffShown> = {}): SignOffShown => ({
  id: "go",
  role: "engineering",
  person: ANA,
  deputyFor: null,
  decision: "go",
  revision: "a".repeat(64),
  at: "2026-11-25T10:00:00.000Z",
  comment: "",
  lookAgainOn: null,
  supersededAt: null,
  outOfDate: false,
  because: [],
  overruling: null,
  ...some,
});

/** A launch for tests: Checkout 3 on 9 December, one service that is not live, nothing open. */
export const aLaunch = (some: Partial<Launch> = {}): Launch => ({
  id: "99999999-9999-9999-9999-999999999999",
  version: 1,
  state: "open",
  title: "Checkout 3",
  services: ["checkout"],
  targetDate: "2026-12-09",
  meetingAt: null,
  facilitator: ANA,
  what: "",
  worth: "",
  delayCostPerWeek: null,
  undo: { how: "", who: "" },
  onCall: "",
  signers: { engineering: ANA },
  deputies: {},
  requiredRoles: ["engineering"],
  twoPeople: false,
  revision: "a".repeat(64),
  outcome: "go",
  outcomeReasons: [],
  overObjection: false,
  blockers: [],
  dispositions: [],
  conditions: [],
  signOffs: [],
  launchedWithoutGo: false,
  reviewDueOn: null,
  reviewedAt: null,
  createdAt: "2026-11-20T10:00:00.000Z",
  createdBy: ANA,
  closedAt: null,
  example: false,
  serviceStates: [
    {
      ...{ service: "checkout", name: "Checkout", team: "payments", teamName: "Payments", tier: 1 as const },
      ...{ lifecycle: "launching" as const, standing: "working" as const, score: 60, gaps: 1, blockers: 1 },
      can: { answer: true, plan: true },
    },
  ],
  gaps: [],
  agenda: [],
  agendaAnswers: [],
  carried: { count: 0, expectedLoss: null, by: null, at: null },
  trade: {
    ...{ effortDays: 0, expectedLoss: 0, incidentsPerYear: 0, carriedNow: 0, atLaunch: 0 },
    ...{ currency: "EUR", pricedCosts: 8 },
  },
  turns: [],
  meeting: null,
  people: {
    [ANA]: { id: ANA, name: "Ana Kirsch", disabled: false },
    [LI]: { id: LI, name: "Li Wen", disabled: false },
    [SAM]: { id: SAM, name: "Sam Adeyemi", disabled: false },
  },
  can: {
    ...{ edit: true, dispose: true, nameSigner: true, replaceSigner: false, takeOff: [] },
    ...{ sign: [], overrule: false, close: true, closeWithoutGo: false, note: true, review: false },
  },
  ...some,
});
