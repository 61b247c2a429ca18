import type { Question } from "./checklist";
import type { Tier } from "./vocabulary";

/** The facts of a service that decide which questions it is asked. */
export interface ServiceScope {
  tier: Tier;
  tags: readonly string[];
}

/**
 * Whether a question applies to a service (S1): tier at least as critical as `upToTier`, and no tags on the
 * question or one shared with the service.
 */
export function applies(question: Pick<Question, "upToTier" | "tags">, service: ServiceScope): boolean {
  if (service.tier > question.upToTier) return false;
  return question.tags.length === 0 || question.tags.some((tag) => service.tags.includes(tag));
}
