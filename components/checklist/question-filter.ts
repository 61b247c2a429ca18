import { applies } from "@/lib/domain/applies";
import type { Question } from "@/lib/domain/checklist";
import { TIERS, type Tier } from "@/lib/domain/vocabulary";

/** The kind of service whose questions are shown; without tier and tags all are. */
export interface QuestionFilter {
  tier: Tier | null;
  tags: readonly string[];
}

type Scoped = Pick<Question, "upToTier" | "tags">;

/** The tags that a version's questions ask about, in the order of the alphabet. */
export const tagsOf = (questions: readonly Scoped[]): string[] =>
  [...new Set(questions.flatMap((question) => question.tags))].sort();

/** Reads an address, whoever wrote it; a tag that no question asks about is passed over. */
export function readQuestionFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
  known: readonly string[],
): QuestionFilter {
  const all = (name: string) => [params[name] ?? []].flat();
  const tier = TIERS.find((each) => String(each) === all("tier")[0]) ?? null;
  return { tier, tags: known.filter((tag) => all("tag").includes(tag)) };
}

/** The address of a version's page under a filter. */
export function questionsHref(page: string, { tier, tags }: QuestionFilter): string {
  const search = new URLSearchParams();
  if (tier !== null) search.set("tier", String(tier));
  for (const tag of tags) search.append("tag", tag);
  return search.size === 0 ? page : `${page}?${search}`;
}

/** The filter with one tag put in, or taken out when it is in. */
export const withTag = ({ tier, tags }: QuestionFilter, tag: string): QuestionFilter => ({
  tier,
  tags: tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag].sort(),
});

/**
 * Whether a question is asked of such a service (S1). Tags without a tier mean the most critical one; no filter at
 * all means every question.
 */
export function matchesFilter(question: Scoped, { tier, tags }: QuestionFilter): boolean {
  if (tier === null && tags.length === 0) return true;
  return applies(question, { tier: tier ?? 1, tags });
}
