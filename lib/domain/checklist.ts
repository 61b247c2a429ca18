import { isBlank } from "./text";
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
  /**
   * What a draft or a document calls it: what the fix would be on a ticket. Empty: nothing; left out: as its
   * checklist calls it already. What it is called is TitledQuestion's.
   */
  title?: string | undefined;
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

/** A question with what it is called today, in whatever version it stands; see questionTitle. */
export interface TitledQuestion extends Question {
  title: string;
}

/** What a question is called: its title, or its text where nobody gave it one. */
export const questionTitle = ({ title, text }: Pick<Question, "title" | "text">): string =>
  title === undefined || isBlank(title) ? text : title;

/** The checklist whose newest published version new services are asked. */
export const DEFAULT_CHECKLIST = "production-readiness";
