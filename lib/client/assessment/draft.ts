import type { Answer } from "../../contracts/answers";
import type { AssessedQuestion } from "../../contracts/scorecard";
import { isBlank } from "../../domain/text";
import type { Verdict } from "../../domain/vocabulary";

/** A named address that shows something. */
export interface EvidenceLink {
  label: string;
  url: string;
}

/** What an answer says; a null verdict means that none was chosen yet. */
export interface AnswerContent {
  verdict: Verdict | null;
  reason: string;
  evidence: readonly EvidenceLink[];
}

/** What a person has typed about one question, and what it was typed over. */
export interface Draft extends AnswerContent {
  /** The answer that was on the screen when typing began; its version is what a save expects. */
  base: { version: number; content: AnswerContent };
  /** What was sent without a reply ever coming: the server may have it. */
  unsure: readonly AnswerContent[];
}

type Answered = Pick<Answer, "verdict" | "reason" | "evidence" | "version">;

/** What an answer of the API says. */
export function contentOf(answer: Pick<Answered, "verdict" | "reason" | "evidence">): AnswerContent {
  const { verdict, reason, evidence } = answer;
  return { verdict: verdict === "unanswered" ? null : verdict, reason, evidence };
}

/** A draft that changes nothing yet. */
export function draftOver(answer: Answered): Draft {
  const content = contentOf(answer);
  return { ...content, base: { version: answer.version, content }, unsure: [] };
}

/** What of a draft is sent: rows of links that nobody filled in are left out, spaces around addresses too. */
export function sendable({ verdict, reason, evidence }: AnswerContent): AnswerContent {
  const links = evidence
    .map(({ label, url }) => ({ label, url: url.trim() }))
    .filter(({ label, url }) => url !== "" || !isBlank(label));
  return { verdict, reason, evidence: links };
}

/** Whether two answers say the same, byte for byte. */
export function saysTheSame(a: AnswerContent, b: AnswerContent): boolean {
  if (a.verdict !== b.verdict || a.reason !== b.reason || a.evidence.length !== b.evidence.length)
    return false;
  return a.evidence.every(({ label, url }, at) => {
    const other = b.evidence[at];
    return other !== undefined && other.label === label && other.url === url;
  });
}

/** Whether the server would learn something from a draft, or might hold something else than what it was typed over. */
export const isUnsaved = (draft: Draft): boolean =>
  draft.unsure.length > 0 || !saysTheSame(sendable(draft), draft.base.content);

/** The newest answer to a question that this tab knows: from the list, or from its own last save. */
export function newestOf(question: AssessedQuestion, known: Answer | null): Answer {
  if (known !== null && known.version > question.version) return known;
  const { verdict, effectiveVerdict, stale, questionChanged, reason, evidence } = question;
  const { version, savedAt, savedBy, source, origin, staleAt } = question;
  return {
    question: question.key,
    ...{ verdict, effectiveVerdict, stale, questionChanged, reason, evidence },
    ...{ version, savedAt, savedBy, source, origin, staleAt },
  };
}
