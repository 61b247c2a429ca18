import { LIFECYCLES, type Lifecycle, TIER_TEXT, TIERS, type Tier } from "../vocabulary";
import { fold } from "./rows";
import { shown } from "./texts";

/** The facts whose words differ from house to house, so that each word of a file is told once what it means here. */
export const VALUE_FIELDS = ["tier", "lifecycle"] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
/** What words of a file mean here, as a person says: by the word, whatever its capitals and spaces. */
export interface ValueChoice {
  tier?: Readonly<Record<string, Tier>> | undefined;
  lifecycle?: Readonly<Record<string, Lifecycle>> | undefined;
}

/** A word that stands in a file, and what it is taken for. */
export interface MetValue {
  field: ValueField;
  /** As it stands there first. */
  value: string;
  rows: number;
  /** Null: nobody said what it means, and its rows cannot be imported. */
  to: Tier | Lifecycle | null;
  /** Who says so: a person, or the rules. */
  by: "choice" | "rule";
}

/** Told what words of a file mean, and asked by the readers of its rows: it remembers which of them it met. */
export class Values {
  readonly #choice: Record<ValueField, ReadonlyMap<string, Tier | Lifecycle>>;
  readonly #met = new Map<string, MetValue>();
  constructor({ tier = {}, lifecycle = {} }: ValueChoice = {}) {
    const byWord = <T>(words: Readonly<Record<string, T>>) =>
      new Map(Object.entries(words).map(([word, to]) => [fold(word), to]));
    this.#choice = { tier: byWord(tier), lifecycle: byWord(lifecycle) };
  }

  /**
   * What a word of one row means.
   * @param rule what the rules take it for; null when they do not know it
   */
  read<F extends ValueField, T extends F extends "tier" ? Tier : Lifecycle>(
    field: F,
    word: string,
    rule: T | null,
  ): T | null {
    const key = fold(word);
    const chosen = this.#choice[field].get(key);
    const to = (chosen as T | undefined) ?? rule;
    const met = this.#met.get(`${field} ${key}`);
    if (met) met.rows += 1;
    else {
      const by = chosen === undefined ? ("rule" as const) : ("choice" as const);
      this.#met.set(`${field} ${key}`, { field, value: shown(word), rows: 1, to, by });
    }
    return to;
  }

  /** What somebody said that a word means. */
  told<F extends ValueField>(field: F, word: string): (F extends "tier" ? Tier : Lifecycle) | undefined {
    return this.#choice[field].get(fold(word)) as (F extends "tier" ? Tier : Lifecycle) | undefined;
  }

  /** Every word that was met, those that nobody knows first, then the most frequent. */
  met(): MetValue[] {
    const rank = ({ field, to }: MetValue) => VALUE_FIELDS.indexOf(field) * 2 + (to === null ? 0 : 1);
    return [...this.#met.values()].sort((a, b) => rank(a) - rank(b) || b.rows - a.rows);
  }
}

const TIER_WORDS: Record<string, Tier> = { high: 1, medium: 2, low: 3 };

/** The tier that a word stands for by itself: 1, tier 1, T1, P1, critical. @returns null when that cannot be told */
export function tierOfWord(word: string): Tier | null {
  const text = word.trim().toLowerCase();
  const number = /^(?:tier|t|p|level|criticality)?[\s_-]*([1-4])(?:\b.*)?$/.exec(text)?.[1];
  if (number) return Number(number) as Tier;
  const named = TIERS.find((each) => TIER_TEXT[each].name === text);
  return named ?? (Object.hasOwn(TIER_WORDS, text) ? (TIER_WORDS[text] ?? null) : null);
}

const LIFECYCLE_WORDS: Record<string, Lifecycle> = {
  production: "live",
  prod: "live",
  active: "live",
  running: "live",
  deprecated: "live",
  idea: "planned",
  development: "building",
  dev: "building",
  "in development": "building",
  experimental: "building",
  staging: "launching",
  beta: "launching",
  decommissioned: "retired",
  "end of life": "retired",
};

/** The lifecycle that a word stands for by itself. @returns null when that cannot be told */
export function lifecycleOfWord(word: string): Lifecycle | null {
  const text = word.trim().toLowerCase();
  const own = LIFECYCLES.find((each) => each === text);
  return own ?? (Object.hasOwn(LIFECYCLE_WORDS, text) ? (LIFECYCLE_WORDS[text] ?? null) : null);
}
