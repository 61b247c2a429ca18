import { ButtonLink } from "@/components/ui/button-link";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { Projection } from "@/lib/client/assessment/projected";
import type { Service } from "@/lib/contracts/services";
import { finishWords } from "./assess-sentence";
import { isUnanswered } from "./places";
import { FINISH } from "./use-actions";

interface FinishProps {
  shown: Projection;
  service: Pick<Service, "slug" | "name" | "lifecycle" | "can">;
}

/** What stands after the last question: where the service stands now, what that means, and what to do next. */
export function Finish({ shown, service: { slug, name, lifecycle, can } }: FinishProps) {
  const { standing, score, counts, questions } = shown;
  const { blockers } = counts;
  const isRetired = lifecycle === "retired";
  const first = can.answer ? questions.find(isUnanswered) : undefined;
  return (
    <section
      id={FINISH}
      aria-labelledby="finish-head"
      className="mt-9 scroll-mt-28 scroll-mb-6 rounded-xl border border-line bg-card p-4.5 md:scroll-mt-18"
    >
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-ink-3">
        <StandingPill standing={standing} lifecycle={lifecycle} />
        <span className="tabular-nums">
          {counts.answered} of {questions.length} answered
          {score !== null && counts.answered > 0 && ` · score ${score} of 100`}
        </span>
      </p>
      <h2
        id="finish-head"
        tabIndex={-1}
        className="mt-2.5 font-serif text-2xl leading-[1.35] font-normal text-pretty"
      >
        {finishWords(shown, name, isRetired).map(({ text, isolate }) =>
          isolate ? <bdi key={text}>{text}</bdi> : text,
        )}
      </h2>
      <div className="mt-3.5 flex flex-wrap gap-2">
        {first !== undefined && (
          <a
            href={`#${first.key}`}
            className="link inline-flex min-h-8 items-center pr-2 pointer-coarse:min-h-10"
          >
            Next question without an answer
          </a>
        )}
        <ButtonLink href={`/services/${slug}`} variant={first === undefined ? "main" : undefined}>
          See the scorecard
        </ButtonLink>
        {blockers > 0 && can.plan && !isRetired && (
          <ButtonLink href={`/gaps?service=${slug}&kind=blocker`}>
            {blockers === 1 ? "Plan the blocker" : `Plan the ${blockers} blockers`}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
