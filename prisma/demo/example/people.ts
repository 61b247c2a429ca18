/** Somebody of the invented company, and the team they are on, by working days before today. */
export interface Cast {
  key: string;
  name: string;
  /** Where that is not the first word of the name. */
  called?: string;
  executive?: boolean;
  team?: string;
  role?: "lead" | "member";
  from: number;
  /** When they left. */
  until?: number;
}

/** Tallybrook, which sells for small shops, takes the money and delivers: who works there. */
export const CAST: readonly Cast[] = [
  { key: "helena", name: "Helena Sørbø", executive: true, from: 196 },
  { key: "ines", name: "Inés Aldana", team: "payments", role: "lead", from: 196 },
  { key: "tomas", name: "Tomáš Dvořák", team: "payments", role: "member", from: 196 },
  { key: "lan", name: "Nguyễn Thị Lan", called: "Lan", team: "payments", role: "member", from: 150 },
  { key: "leonie", name: "Léonie O’Connor", team: "storefront", role: "lead", from: 196 },
  { key: "kwame", name: "Kwame Boateng", team: "storefront", role: "member", from: 196 },
  { key: "jw", name: "Jan-Willem van den Broek-Schouten", team: "storefront", role: "member", from: 196 },
  { key: "bjorn", name: "Björn Åkesson", team: "delivery", role: "lead", from: 196, until: 96 },
  { key: "marta", name: "Marta Nowak", team: "delivery", role: "member", from: 196 },
  { key: "adaeze", name: "Adaeze Eze", team: "platform", role: "lead", from: 196 },
  { key: "soren", name: "Søren Kjær", team: "platform", role: "member", from: 196 },
  {
    key: "yuki",
    name: "田中 由紀 (Yuki Tanaka)",
    called: "Yuki",
    team: "platform",
    role: "member",
    from: 170,
  },
  { key: "priya", name: "Priya Raghavan", team: "identity", role: "lead", from: 196 },
  { key: "dmitri", name: "Dmitri Volkov", team: "identity", role: "member", from: 196 },
  { key: "fatima", name: "Fatima Zahra El Idrissi", team: "identity", role: "member", from: 120 },
  { key: "carlos", name: "Carlos Ibáñez", team: "insights", role: "lead", from: 140 },
];

/** Who is on a team on a day, its lead first. */
export const crewOf = (team: string, day: number): string[] =>
  CAST.filter((each) => each.team === team && each.from >= day && (each.until ?? 0) <= day)
    .sort((a, b) => Number(b.role === "lead") - Number(a.role === "lead"))
    .map((each) => each.key);

/** How a team looks after its services. */
export interface Habits {
  /** A system that it calls, and where it keeps its data: for the reasons. */
  provider: string;
  store: string;
  /** Working days between two looks at the checklist, counted back; with every third one they plan. */
  every: number;
  /** How many working days ago the last look was; teams with the same one look in the same hour. */
  last: number;
  /** How many working days before an answer goes stale they confirm it. */
  ahead: number;
  /** How often a gap gets an owner and a date, 0–1. */
  planning: number;
}

/** The six teams. */
export const TEAMS: Readonly<Record<string, Habits & { name: string; description: string }>> = {
  payments: {
    name: "Payments & Ledger",
    description: "Takes the money, pays it out, and knows at any hour whose it is.",
    ...{ provider: "Nordpay", store: "the ledger database", every: 10, last: 2, ahead: 12, planning: 0.9 },
  },
  storefront: {
    name: "Storefront",
    description: "What a customer sees, from the first search to a full basket.",
    ...{ provider: "Geofind", store: "the shop database", every: 10, last: 6, ahead: 12, planning: 0.8 },
  },
  delivery: {
    name: "Delivery",
    description: "From the paid order to the doorbell. Has no lead at the moment.",
    ...{ provider: "ParcelHub", store: "the order database", every: 10, last: 2, ahead: 2, planning: 0.6 },
  },
  platform: {
    name: "Platform",
    description: "What all the others are built on.",
    ...{
      provider: "Cloudmere",
      store: "the control database",
      every: 10,
      last: 6,
      ahead: 14,
      planning: 0.85,
    },
  },
  identity: {
    name: "Identity & Risk",
    description: "Who somebody is, what they may do, and whether we believe them.",
    ...{
      provider: "Veridock",
      store: "the customer database",
      every: 10,
      last: 2,
      ahead: 12,
      planning: 0.85,
    },
  },
  insights: {
    name: "Insights",
    description: "Figures for the business. New, and busy with other things.",
    ...{ provider: "Cloudmere", store: "the warehouse", every: 10, last: 6, ahead: 0, planning: 0 },
  },
};
