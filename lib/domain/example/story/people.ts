/** Somebody of the invented company, and the team they are on, by working days before today. */
export interface Cast {
  key: string;
  name: string;
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
  { key: "lan", name: "Nguyễn Thị Lan", team: "payments", role: "member", from: 150 },
  { key: "leonie", name: "Léonie O’Connor", team: "storefront", role: "lead", from: 196 },
  { key: "kwame", name: "Kwame Boateng", team: "storefront", role: "member", from: 196 },
  { key: "jw", name: "Jan-Willem van den Broek-Schouten", team: "storefront", role: "member", from: 196 },
  { key: "bjorn", name: "Björn Åkesson", team: "delivery", role: "lead", from: 196, until: 96 },
  { key: "marta", name: "Marta Nowak", team: "delivery", role: "member", from: 196 },
  { key: "adaeze", name: "Adaeze Eze", team: "platform", role: "lead", from: 196 },
  { key: "soren", name: "Søren Kjær", team: "platform", role: "member", from: 196 },
  { key: "yuki", name: "田中 由紀 (Yuki Tanaka)", team: "platform", role: "member", from: 170 },
  { key: "priya", name: "Priya Raghavan", team: "identity", role: "lead", from: 196 },
  { key: "dmitri", name: "Dmitri Volkov", team: "identity", role: "member", from: 196 },
  { key: "fatima", name: "Fatima Zahra El Idrissi", team: "identity", role: "member", from: 120 },
  { key: "carlos", name: "Carlos Ibáñez", team: "insights", role: "lead", from: 140 },
];

/** The six teams. */
export const TEAMS = [
  {
    key: "payments",
    name: "Payments & Ledger",
    description: "Takes the money, pays it out, and knows at any hour whose it is.",
  },
  {
    key: "storefront",
    name: "Storefront",
    description: "What a customer sees, from the first search to a full basket.",
  },
  {
    key: "delivery",
    name: "Delivery",
    description: "From the paid order to the doorbell. Has no lead at the moment.",
  },
  { key: "platform", name: "Platform", description: "What all the others are built on." },
  {
    key: "identity",
    name: "Identity & Risk",
    description: "Who somebody is, what they may do, and whether we believe them.",
  },
  {
    key: "insights",
    name: "Insights",
    description: "Figures for the business. New, and busy with other things.",
  },
] as const;
