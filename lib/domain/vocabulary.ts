/**
 * The closed lists of Plumbline: areas, costs, abilities, verdicts and the facts of a service.
 * One spelling for Postgres, TypeScript, JSON and URLs; the names for people stand beside the keys.
 */

/** The ten questions, in their fixed order: the columns of every heat map. */
export const AREAS = [
  "concurrency",
  "bad_input",
  "third_parties",
  "database_failure",
  "traffic",
  "detection",
  "rollback",
  "data_protection",
  "maintainability",
  "documentation",
] as const;
export type Area = (typeof AREAS)[number];

/** Short name of an area, and what it asks, in the words of the screen. */
export const AREA_TEXT: Record<Area, { name: string; asks: string }> = {
  concurrency: {
    name: "Same time",
    asks: "What happens when two people, or two retries, do the same thing at once?",
  },
  bad_input: { name: "Bad input", asks: "What happens when malformed or surprising input arrives?" },
  third_parties: { name: "Third parties", asks: "What happens when a system we do not run is slow or gone?" },
  database_failure: { name: "Database", asks: "What happens when a request to the database fails?" },
  traffic: { name: "Traffic", asks: "What happens when load rises suddenly?" },
  detection: { name: "Detection", asks: "Do we know of a problem before our customers tell us?" },
  rollback: { name: "Rollback", asks: "Can a bad change be undone safely?" },
  data_protection: { name: "Data protection", asks: "Is sensitive data protected?" },
  maintainability: { name: "Maintainability", asks: "Can a newcomer change it safely?" },
  documentation: { name: "Documentation", asks: "Can the next change be planned from what is written?" },
};

/** The eight business costs under which every expected incident is filed. */
export const COSTS = [
  "emergency_fixes",
  "lost_trust",
  "failed_launch",
  "security_vulnerability",
  "data_loss",
  "poor_performance",
  "developer_confusion",
  "expensive_rewrite",
] as const;
export type Cost = (typeof COSTS)[number];

/** Name of a cost, and what one incident of it is (R2). */
export const COST_TEXT: Record<Cost, { name: string; incident: string }> = {
  emergency_fixes: {
    name: "Emergency bug fixes",
    incident: "One unplanned fix that takes people away from what they had planned.",
  },
  lost_trust: {
    name: "Lost customer trust",
    incident: "One failure that customers notice and remember when they renew, recommend or leave.",
  },
  failed_launch: {
    name: "Failed launches",
    incident: "One release that is withdrawn, or put off by at least a week, after its date was announced.",
  },
  security_vulnerability: {
    name: "Security vulnerabilities",
    incident: "One weakness that an outsider could use, found in what is already running.",
  },
  data_loss: {
    name: "Data loss",
    incident: "One event after which data is wrong or missing and must be restored, repaired or given up.",
  },
  poor_performance: {
    name: "Poor performance",
    incident: "One period in which the service is too slow to be used as intended.",
  },
  developer_confusion: {
    name: "Developer confusion",
    incident: "One change that takes days longer than it should because nobody could tell how things work.",
  },
  expensive_rewrite: {
    name: "Expensive rewrites",
    incident: "One part that has to be built again because it could not be changed any more.",
  },
};

/** The nine abilities of production-ready software; every question of the default checklist proves one. */
export const ABILITIES = [
  "many_users",
  "bad_input",
  "graceful_failure",
  "errors_logged",
  "recovery",
  "security",
  "early_warning",
  "safe_deploy",
  "understandable",
] as const;
export type Ability = (typeof ABILITIES)[number];

/** What a service is able to do when the ability is proven; completes "It can …" or "Its …". */
export const ABILITY_TEXT: Record<Ability, string> = {
  many_users: "serves many users at once",
  bad_input: "takes bad input without a crash",
  graceful_failure: "fails gracefully when a dependency goes down",
  errors_logged: "logs the errors that matter",
  recovery: "recovers without losing data",
  security: "covers the common security risks",
  early_warning: "shows problems before users complain",
  safe_deploy: "deploys, rolls back and updates safely",
  understandable: "is understandable to newcomers",
};

/** What a person can answer. `unclear` is honest, and counts as not ready. */
export const VERDICTS = ["yes", "partly", "no", "unclear", "not_applicable"] as const;
export type Verdict = (typeof VERDICTS)[number];
/** A verdict, or that nobody has given one yet. */
export type AnswerState = Verdict | "unanswered";

/** Name of a verdict, and what it claims. */
export const VERDICT_TEXT: Record<AnswerState, { name: string; means: string }> = {
  yes: { name: "Yes", means: "holds everywhere, and we can show it" },
  partly: { name: "Partly", means: "holds for some of it" },
  no: { name: "No", means: "we know that it does not" },
  unclear: { name: "Unclear", means: "nobody here can say today" },
  not_applicable: { name: "Not for us", means: "cannot happen here; say why" },
  unanswered: { name: "Unanswered", means: "nobody has answered yet" },
};

export const TIERS = [1, 2, 3, 4] as const;
export type Tier = (typeof TIERS)[number];
export const TIER_TEXT: Record<Tier, { name: string; means: string }> = {
  1: { name: "critical", means: "the business stops without it" },
  2: { name: "important", means: "customers notice within the hour" },
  3: { name: "standard", means: "work gets slower without it" },
  4: { name: "experimental", means: "nobody depends on it yet" },
};

export const LIFECYCLES = ["planned", "building", "launching", "live", "retired"] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

export const STANDINGS = ["production_ready", "ready_with_accepted_risks", "working", "unassessed"] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_TEXT: Record<Standing, string> = {
  production_ready: "Production-ready",
  ready_with_accepted_risks: "Ready, risks accepted",
  working: "Working",
  unassessed: "Unassessed",
};

/** Tags that the default checklist knows; services may carry others too. */
export const CHECKLIST_TAGS = ["payments", "personal_data", "public", "uploads", "batch", "ai"] as const;

/**
 * A tag as it is kept: one that the checklist knows in the checklist's spelling, however it was typed ("Personal
 * data"), so that no question is missed by a capital letter; any other as it is.
 */
export function canonicalTag(tag: string): string {
  const plain = tag
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return CHECKLIST_TAGS.find((known) => known === plain) ?? tag;
}

/** Where an answer came from (H1). */
export const SOURCES = ["person", "token", "import", "check"] as const;
export type Source = (typeof SOURCES)[number];
