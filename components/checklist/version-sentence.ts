import type { LinkedWords } from "@/components/figure/linked-words";
import type { Question } from "@/lib/domain/checklist";
import { TIER_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { matchesFilter, type QuestionFilter, questionsHref } from "./question-filter";
import { worstTotal } from "./sums";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** A small number in words, as a sentence has it. */
export const inWords = (count: number): string => WORDS[count] ?? count.toLocaleString("en");

type Asked = Pick<Question, "area" | "upToTier" | "tags" | "critical" | "costs">;

/** "personal_data" as people say it. */
export const tagName = (tag: string): string => tag.replaceAll("_", " ");

/** A kind of service in words: "a tier 2 service with payments and personal data". */
export function kindOf({ tier, tags }: QuestionFilter): string {
  const names = tags.map(tagName);
  const last = names.pop();
  const list = names.length === 0 ? last : `${names.join(", ")} and ${last}`;
  const kind = tier === null ? "a service" : `a tier ${tier} service (${TIER_TEXT[tier].name})`;
  return last === undefined ? kind : `${kind} with ${list}`;
}

/** What a version asks, and of whom; under a filter what such a service is asked. */
export function versionSentence(
  questions: readonly Asked[],
  filter: QuestionFilter,
  page: string,
): LinkedWords[] {
  const all = questions.length;
  if (all === 0) return [{ text: "This version asks nothing yet." }];
  if (filter.tier === null && filter.tags.length === 0) {
    const experimental = { tier: 4, tags: [] } as const;
    const few = questions.filter((question) => matchesFilter(question, experimental)).length;
    const areas = new Set(questions.map((question) => question.area)).size;
    return [
      { text: `${counted(all, "question")} in ${inWords(areas)} ${areas === 1 ? "area" : "areas"}; ` },
      { text: "an experimental service is asked " },
      { text: few === all ? "all" : inWords(few), href: questionsHref(page, experimental) },
      { text: " of them, a critical one up to " },
      { text: `all ${all.toLocaleString("en")}`, href: questionsHref(page, { tier: 1, tags: [] }) },
      { text: "." },
    ];
  }
  const asked = questions.filter((question) => matchesFilter(question, filter));
  const critical = asked.filter((question) => question.critical).length;
  const upTo = filter.tier === null ? "up to " : "";
  const kind = kindOf(filter);
  return [
    { text: `${kind[0]?.toUpperCase()}${kind.slice(1)} is asked ${upTo}` },
    { text: `${asked.length} of ${counted(all, "question")}`, href: page },
    { text: critical === 0 ? "; none of them is critical." : `; ${inWords(critical)} ` },
    ...(critical === 0 ? [] : [{ text: critical === 1 ? "of them is critical." : "of them are critical." }]),
  ];
}

/** What it would cost to have nothing of it, in incidents a year. */
export function worstSentence(questions: readonly Asked[], filter: QuestionFilter): string {
  const asked = questions.filter((question) => matchesFilter(question, filter));
  const who =
    filter.tier === null && filter.tags.length === 0 ? "a tier 1 service with every tag" : "such a service";
  const upTo = filter.tier === null && filter.tags.length > 0 ? "up to " : "";
  return `With everything open, ${who} expects ${upTo}about ${counted(Math.round(worstTotal(asked)), "incident")} a year.`;
}
