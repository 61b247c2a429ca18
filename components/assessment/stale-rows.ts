import type { Answer, Confirmed } from "@/lib/contracts/answers";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";

/** One stale answer of a list from which those that still hold are confirmed. */
export interface StaleRow {
  /** As it was when the list was opened: what somebody reads. */
  question: AssessedQuestion;
  /** It will be confirmed. */
  isChosen: boolean;
  /** Why it cannot be confirmed from here; null when it can. */
  whyNot: string | null;
}

interface Since {
  /** Those that somebody leaves out. */
  left: ReadonlySet<string>;
  /** Those that the server did not confirm. */
  refused: Confirmed["refused"];
  /** The newest answer to a question; undefined when it is not asked any more. */
  newest: (question: string) => Pick<Answer, "stale"> | undefined;
}

/** What became of listed answers since. After a refusal, those that are confirmed are not listed any more. */
export function staleRows(listed: readonly AssessedQuestion[], { left, refused, newest }: Since): StaleRow[] {
  const refusals = new Map(refused.map(({ question, message }) => [question, message]));
  const rows = listed.map((question): StaleRow => {
    const { key } = question;
    const whyNot = refusals.get(key) ?? settledMeanwhile(newest(key));
    return { question, isChosen: whyNot === null && !left.has(key), whyNot };
  });
  if (refused.length === 0) return rows;
  return rows.filter(({ question: { key } }) => refusals.has(key) || left.has(key));
}

function settledMeanwhile(newest: Pick<Answer, "stale"> | undefined): string | null {
  if (newest === undefined) return "It is not asked any more.";
  return newest.stale ? null : "It was answered meanwhile.";
}
