import type { Answer } from "../../contracts/answers";
import { contentOf, type Draft, saysTheSame, sendable } from "./draft";

/**
 * What a newer answer of the server means for a draft.
 * - `same`: it says what the draft says; nothing is left to save
 * - `rebase`: it says what was there before, or what we sent ourselves without hearing back: save over it
 * - `conflict`: somebody said something else; a person has to look
 * @param me id of the person who typed
 */
export function reconcile(draft: Draft, theirs: Answer, me: string): "same" | "rebase" | "conflict" {
  const content = contentOf(theirs);
  if (saysTheSame(content, sendable(draft))) return "same";
  if (saysTheSame(content, draft.base.content)) return "rebase";
  const mine = theirs.savedBy?.id === me && draft.unsure.some((sent) => saysTheSame(sent, content));
  return mine ? "rebase" : "conflict";
}

/** The draft as typed over a newer answer. */
export function rebased(draft: Draft, over: Answer): Draft {
  return { ...draft, base: { version: over.version, content: contentOf(over) }, unsure: [] };
}
