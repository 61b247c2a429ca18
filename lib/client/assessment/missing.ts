import { missingFromAnswer } from "../../domain/answer-rules";
import type { FieldProblem } from "../../domain/errors";
import { codePoints, isLinkable, isStorable, LIST_LIMITS, TEXT_LIMITS } from "../../domain/text";
import type { AnswerContent, EvidenceLink } from "./draft";

const UNSTORABLE = "There is a character in it that cannot be stored.";

/**
 * What keeps a draft from being saved, by field (`verdict`, `reason`, `evidence`, `evidence.0.url`), in words for
 * people. The same rules as the server's, so that nothing is sent that it would refuse.
 * @param content as it would be sent
 * @returns empty when it can be saved
 */
export function missingToSave(content: AnswerContent, question: { critical: boolean }): FieldProblem[] {
  const { verdict, reason, evidence } = content;
  const problems: FieldProblem[] = [];
  if (verdict === null) {
    problems.push({ field: "verdict", message: "Choose a verdict: your text is saved together with it." });
  } else {
    problems.push(...missingFromAnswer({ verdict, reason, evidence }, question));
  }
  const over = codePoints(reason) - TEXT_LIMITS.reason;
  if (over > 0) {
    const message = `The text is ${over.toLocaleString("en")} characters too long to be saved.`;
    problems.push({ field: "reason", message });
  } else if (!isStorable(reason)) problems.push({ field: "reason", message: UNSTORABLE });
  if (evidence.length > LIST_LIMITS.evidence) {
    problems.push({ field: "evidence", message: `Use at most ${LIST_LIMITS.evidence} links.` });
  }
  return [...problems, ...evidence.flatMap(linkProblem)];
}

function linkProblem({ label, url }: EvidenceLink, at: number): FieldProblem[] {
  const say = (part: string, message: string) => [{ field: `evidence.${at}.${part}`, message }];
  if (url === "") return say("url", "Add the address of this link.");
  if (!isLinkable(url)) return say("url", "Use a whole address that starts with http:, https: or mailto:.");
  if (!isStorable(url)) return say("url", UNSTORABLE);
  if (codePoints(url) > TEXT_LIMITS.url) return say("url", "This address is too long.");
  if (!isStorable(label)) return say("label", UNSTORABLE);
  if (codePoints(label) > TEXT_LIMITS.linkLabel) {
    return say("label", `Use at most ${TEXT_LIMITS.linkLabel} characters for its name.`);
  }
  return [];
}
