import type { Ability, Area, Cost, Tier } from "./vocabulary";

/** What an open gap would lead to: `incidentsPerYear` occurrences of one cost (R2), and half a sentence why. */
export interface QuestionCost {
  cost: Cost;
  /** Occurrences a year at openness 1. */
  incidentsPerYear: number;
  /** Why this rate; empty when nobody said. */
  because: string;
}

/** One question of a checklist version. Its key is stable across versions; everything else may change. */
export interface Question {
  key: string;
  area: Area;
  text: string;
  /** Rises when the question comes to ask something else (S5); 1 when left out. */
  meaning?: number;
  why: string;
  /** Evidence that would convince. */
  convincing: string;
  howToFix: string;
  ability: Ability;
  /** 1–5, unitless (S3). */
  weight: number;
  critical: boolean;
  /** Applies to services of this tier or a more critical one; 4 sets no limit (S1). */
  upToTier: Tier;
  /** Empty: every service. Otherwise only services that share a tag (S1). */
  tags: readonly string[];
  /** Days after which an answer is stale (S5). */
  reviewAfterDays: number;
  /** Usual effort of closing the gap, in days. */
  effortDays: number;
  costs: readonly QuestionCost[];
}

/** The checklist whose newest published version new services are asked. */
export const DEFAULT_CHECKLIST = "production-readiness";
