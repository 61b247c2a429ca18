import { FoldedText } from "@/components/ui/folded-text";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { AnswerContent } from "@/lib/client/assessment/draft";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { EvidenceAnchor } from "./link-chip";

interface AnswerSideProps {
  content: AnswerContent;
  /** It was typed and never saved: without a verdict it is not unanswered, but unfinished. */
  isDraft?: boolean | undefined;
}

/** An answer to be read: verdict with what it claims, the whole reason, the evidence. */
export function AnswerSide({ content, isDraft = false }: AnswerSideProps) {
  const verdict = content.verdict ?? "unanswered";
  return (
    <div className="grid gap-2">
      <p className="flex items-center gap-2">
        <VerdictMark verdict={verdict} decorative />
        {isDraft && content.verdict === null ? (
          <span className="text-ink-2">No verdict chosen yet</span>
        ) : (
          <>
            <span className="font-strong">{VERDICT_TEXT[verdict].name}</span>
            <span className="text-xs text-ink-2">{VERDICT_TEXT[verdict].means}</span>
          </>
        )}
      </p>
      {content.reason !== "" && <FoldedText>{content.reason}</FoldedText>}
      {content.evidence.length > 0 && (
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {content.evidence.map((link, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same link may stand there twice
            <li key={at}>
              <EvidenceAnchor link={link} className="link inline-block min-h-6 content-center" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
