import type { Arc } from "./steps";

/** Delivery: did well until its lead left; since then answers grow old. */
const delivery: readonly Arc[] = [
  {
    ...{ key: "promises", team: "delivery" },
    name: "Delivery promises",
    description: "Says when it will arrive, before anybody pays.",
    tags: ["public"],
    dependsOn: ["warehouse"],
    tier: 2,
    life: { 195: "live" },
    path: { 190: 45, 150: 75, 128: 100 },
    until: 97,
  },
  {
    ...{ key: "warehouse", team: "delivery" },
    name: "Warehouse sync",
    description: "Tells four warehouses what was sold, and hears from them what is there.",
    tags: ["batch"],
    tier: 2,
    life: { 195: "live" },
    path: { 189: 30, 140: 55, 97: 70 },
    until: 97,
  },
  {
    ...{ key: "returns", team: "storefront" },
    name: "Returns portal",
    description: "A label, a reason, and the money back.",
    tags: ["public", "personal_data", "uploads"],
    dependsOn: ["refunds"],
    tier: 3,
    life: { 160: "live", 118: { team: "delivery" } },
    path: { 152: 30, 100: 60, 30: 62 },
    until: 30,
  },
];

/** Platform: what others depend on, looked after every two weeks. */
const platform: readonly Arc[] = [
  {
    ...{ key: "notifications", team: "platform" },
    name: "Notifications",
    description: "Mail, text messages and pushes. 3 million on a quiet day.",
    tags: ["personal_data", "batch"],
    tier: 2,
    life: { 193: "live" },
    path: { 185: 30, 120: 60, 70: 82, 45: 100 },
  },
  {
    ...{ key: "flags", team: "platform" },
    name: "Feature flags",
    description: "Who sees what, decided while it runs.",
    tags: [],
    tier: 3,
    life: { 168: "live" },
    path: { 164: 60, 150: 100 },
    notForUs: {
      "provider-outage-survived": "It calls no system outside our own cluster.",
      "outgoing-calls-time-out": "There are no outgoing calls.",
      "outside-systems-listed": "There are none; the egress rules refuse everything.",
    },
  },
  {
    ...{ key: "jobs", team: "platform" },
    name: "Job runner",
    description: "Runs what has to run at night, in order, once.",
    tags: ["batch"],
    tier: 2,
    life: { 166: "live" },
    path: { 158: 30, 100: 55, 50: 70, 2: 79 },
    notForUs: { "callers-limited": "Nobody calls it: it takes its work from a table." },
    told: [
      [
        64,
        "background-errors-seen",
        "no",
        "Settlement had not run for three nights when finance asked. The scheduler's mail went to Björn, who has left.",
      ],
      [41, "background-errors-seen", "yes"],
    ],
  },
  {
    ...{ key: "images", team: "platform" },
    name: "Image pipeline",
    description: "Cuts, sizes and checks what shops upload.",
    tags: ["uploads"],
    tier: 3,
    life: { 112: "building", 72: "launching", 58: "live" },
    path: { 100: 30, 58: 75, 18: 100 },
    notForUs: { "simultaneous-edits-kept": "Nobody edits a picture here: a new one takes its place." },
  },
  {
    ...{ key: "status", team: "platform" },
    name: "Status page (internal)",
    description: "Green, yellow or red, for colleagues.",
    tags: [],
    tier: 4,
    life: { 140: "building", 112: "live" },
    path: { 128: 50, 100: 100 },
  },
];

/** Identity & Risk, who find and mend things before others notice. */
const identity: readonly Arc[] = [
  {
    ...{ key: "signin", team: "identity" },
    name: "Sign-in",
    description: "Lets people in, and only them.",
    tags: ["public", "personal_data"],
    tier: 1,
    life: { 195: "live" },
    path: { 191: 40, 150: 60, 90: 80, 40: 90, 2: 93 },
    told: [
      [
        121,
        "surprising-input-survived",
        "no",
        "Nobody with an emoji in the display name could sign in for five hours after the release. 212 people wrote to us.",
      ],
      [108, "surprising-input-survived", "yes"],
    ],
  },
  {
    ...{ key: "profile", team: "identity" },
    name: "Customer profile",
    description: "Addresses, preferences, consent.",
    tags: ["personal_data"],
    dependsOn: ["signin"],
    tier: 2,
    life: { 136: "live" },
    path: { 130: 35, 80: 70, 30: 90, 2: 95 },
  },
  {
    ...{ key: "fraud", team: "identity" },
    name: "Fraud scoring",
    description: "Decides in 80 ms whether to ask for more.",
    tags: ["payments", "personal_data", "ai"],
    dependsOn: ["profile"],
    tier: 1,
    life: { 82: "building", 16: "launching" },
    path: { 74: 15, 40: 40, 2: 60 },
  },
];

/** Insights, who have not looked yet. */
const insights: readonly Arc[] = [
  {
    ...{ key: "dashboards", team: "insights" },
    name: "Sales dashboards",
    description: "Yesterday's sales, by nine.",
    tags: ["batch"],
    dependsOn: ["ledger", "catalogue"],
    tier: 3,
    life: { 132: "live" },
    path: {},
  },
  {
    ...{ key: "forecast", team: "insights" },
    name: "売上予測 / Demand forecast",
    description: "What will be asked for next month. A prototype, so far.",
    tags: ["ai"],
    dependsOn: ["dashboards"],
    tier: 4,
    life: { 40: "planned" },
    path: {},
  },
];

/** The services of those who deliver, run what others build on, know who somebody is, and count. */
export const running: readonly Arc[] = [...delivery, ...platform, ...identity, ...insights];
