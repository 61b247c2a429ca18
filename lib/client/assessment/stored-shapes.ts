import { VERDICTS, type Verdict } from "../../domain/vocabulary";
import type { AnswerContent, Draft, EvidenceLink } from "./draft";

/** A text of one's own that was put away, not thrown away: after "keep theirs", or when two drafts were found. */
export interface AsideText {
  id: string;
  /** When it was put away (epoch, ms). */
  at: number;
  content: AnswerContent;
}

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;
const isLink = (value: unknown): value is EvidenceLink =>
  isObject(value) && typeof value.label === "string" && typeof value.url === "string";

/** Whether something read from storage is an answer's content: it may be of another release, or somebody else's. */
function isContent(value: unknown): value is AnswerContent {
  if (!isObject(value) || typeof value.reason !== "string" || !Array.isArray(value.evidence)) return false;
  if (!value.evidence.every(isLink)) return false;
  return value.verdict === null || VERDICTS.includes(value.verdict as Verdict);
}

/** Whether something read from storage is a draft. */
export function isDraft(value: unknown): value is Draft {
  if (!isContent(value)) return false;
  const { base, unsure } = value as unknown as Loose;
  if (!isObject(base) || !Number.isInteger(base.version) || !isContent(base.content)) return false;
  return Array.isArray(unsure) && unsure.every(isContent);
}

/** Whether something read from storage is a text that was put away. */
export const isAsideText = (value: unknown): value is AsideText =>
  isObject(value) &&
  typeof value.id === "string" &&
  typeof value.at === "number" &&
  isContent((value as Loose).content);
