import type { Arc } from "../arc";

const TEAM = { team: "delivery", provider: "ParcelHub", store: "the order database", planning: 0.6 } as const;

/** Delivery: did well until its lead left; since then answers grow old. */
export const delivery: readonly Arc[] = [
  {
    ...TEAM,
    key: "promises",
    name: "Delivery promises",
    description: "Says when it will arrive, before anybody pays.",
    tags: ["public"],
    dependsOn: ["warehouse"],
    lifecycle: [[195, "live"]],
    tier: 2,
    firstLook: 190,
    every: 8,
    start: { yes: 0.5, partly: 0.25, unclear: 0.08 },
    path: [
      [190, 0.45],
      [150, 0.75],
      [128, 1],
      [0, 1],
    ],
    ahead: 16,
    keptUntil: 97,
  },
  {
    ...TEAM,
    key: "warehouse",
    name: "Warehouse sync",
    description: "Tells four warehouses what was sold, and hears from them what is there.",
    tags: ["batch"],
    lifecycle: [[195, "live"]],
    tier: 2,
    firstLook: 189,
    every: 10,
    start: { yes: 0.35, partly: 0.25, unclear: 0.15 },
    path: [
      [189, 0.3],
      [140, 0.55],
      [97, 0.7],
    ],
    ahead: 12,
    keptUntil: 97,
  },
  {
    ...TEAM,
    key: "returns",
    name: "Returns portal",
    description: "A label, a reason, and the money back.",
    tags: ["public", "personal_data", "uploads"],
    dependsOn: ["refunds"],
    lifecycle: [[160, "live"]],
    tier: 3,
    firstLook: 152,
    every: 14,
    start: { yes: 0.35, partly: 0.25, unclear: 0.15 },
    path: [
      [152, 0.3],
      [100, 0.6],
      [30, 0.62],
    ],
    ahead: -8,
    keptUntil: 30,
  },
];
