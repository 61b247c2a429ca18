import { FoldedText } from "@/components/ui/folded-text";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { attributionOf, type ShownOrigin } from "@/lib/domain/origin";
import { OutLink } from "./facts-line";

interface AnswerAttributionProps {
  by: { id: string; name: string };
  origin: ShownOrigin;
}

/** Who gave an answer, with what is only claimed told as such, and by which token or import it came. */
export function AnswerAttribution({ by, origin }: AnswerAttributionProps) {
  const { before, name, after } = attributionOf(by, origin);
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after !== "" && <bdi>{after}</bdi>}
    </>
  );
}

type AnswerTextsProps = Pick<AssessedQuestion, "reason" | "evidence">;

/** Why, and what shows it. */
export function AnswerTexts({ reason, evidence }: AnswerTextsProps) {
  return (
    <>
      {reason.trim() !== "" && (
        <div data-reason="">
          <FoldedText className="max-w-[62em] text-ink-2">{reason}</FoldedText>
        </div>
      )}
      {evidence.length > 0 && (
        <span data-evidence="" className="flex flex-wrap gap-x-3 text-sm">
          {evidence.map(({ label, url }) => (
            <OutLink key={label + url} label={label} url={url} />
          ))}
        </span>
      )}
    </>
  );
}
