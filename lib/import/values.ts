import {
  fold,
  VALUE_FIELDS,
  type ValueChoice,
  type ValueField,
  type ValueMapping,
} from "../domain/import-rows";
import { LIFECYCLES, type Lifecycle, TIER_TEXT, TIERS, type Tier } from "../domain/vocabulary";
import { shown } from "./texts";

/** Told what words of a file mean, and asked by the readers of its rows: it remembers which of them it met. */
export class Values {
  readonly #choice: Record<ValueField, ReadonlyMap<string, Tier | Lifecycle>>;
  readonly #met = new Map<string, ValueMapping>();
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
  choiceFor<F extends ValueField>(field: F, word: string): (F extends "tier" ? Tier : Lifecycle) | undefined {
    return this.#choice[field].get(fold(word)) as (F extends "tier" ? Tier : Lifecycle) | undefined;
  }

  /** Every word that was met, those that nobody knows first, then the most frequent. */
  mappings(): ValueMapping[] {
    const rank = ({ field, to }: ValueMapping) => VALUE_FIELDS.indexOf(field) * 2 + (to === null ? 0 : 1);
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
