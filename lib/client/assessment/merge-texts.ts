import { type AnswerContent, type Draft, type EvidenceLink, sendable } from "./draft";

/** Two texts as one: the longer when it holds the other, else yours, an empty line, theirs. */
export function bothTexts(yours: string, theirs: string): string {
  const [a, b] = [yours.trim(), theirs.trim()];
  if (b === "" || a.includes(b)) return yours;
  if (a === "" || b.includes(a)) return theirs;
  return `${yours.trimEnd()}\n\n${theirs.trimStart()}`;
}

/** Two lists of links as one; the same address once, under your name for it. */
export function bothLinks(yours: readonly EvidenceLink[], theirs: readonly EvidenceLink[]): EvidenceLink[] {
  const known = new Set(yours.map(({ url }) => url));
  return [...yours, ...theirs.filter(({ url }) => !known.has(url))];
}

/** A draft with their text and links added; your verdict stays, or theirs when you chose none. */
export function withTheirs(draft: Draft, theirs: AnswerContent): Draft {
  return {
    ...draft,
    verdict: draft.verdict ?? theirs.verdict,
    reason: bothTexts(draft.reason, theirs.reason),
    evidence: bothLinks(sendable(draft).evidence, theirs.evidence),
  };
}
