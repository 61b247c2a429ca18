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

interface AnswerTextsProps extends Pick<AssessedQuestion, "reason" | "evidence"> {
  /** Three lines of the reason at most. */
  brief?: boolean;
}

/** Why, and what shows it. */
export function AnswerTexts({ reason, evidence, brief = false }: AnswerTextsProps) {
  return (
    <>
      {reason.trim() !== "" && (
        <p
          className={`max-w-[62em] whitespace-pre-line text-ink-2 [overflow-wrap:anywhere] ${brief ? "line-clamp-6" : ""}`}
          dir="auto"
          data-folds={brief ? "" : undefined}
        >
          <bdi>{reason}</bdi>
        </p>
      )}
      {evidence.length > 0 && (
        <span className="flex flex-wrap gap-x-3 text-sm">
          {evidence.map(({ label, url }) => (
            <OutLink key={label + url} label={label} url={url} />
          ))}
        </span>
      )}
    </>
  );
}
