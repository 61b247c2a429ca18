/**
 * What teams of the example say about one question, in words with slots: {month}, {n}, {minutes}, {provider}, {store}.
 * Evidence is written as "wiki: Restore drill, {month}": where it is kept, and its label.
 */
export interface QuestionWords {
  yes: readonly string[];
  partly: readonly string[];
  no: readonly string[];
  unclear: readonly string[];
  /** Why it does not apply to some; left out where it hardly can. */
  notForUs?: string;
  evidence: readonly string[];
}

/** The questions of one area, by key. */
export type AreaWords = Readonly<Record<string, QuestionWords>>;
