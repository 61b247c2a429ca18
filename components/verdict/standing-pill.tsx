import { Pill, type PillTone } from "@/components/ui/pill";
import { type Lifecycle, STANDING_TEXT, type Standing } from "@/lib/domain/vocabulary";

const TONE: Record<Standing, PillTone> = {
  production_ready: "good",
  ready_with_accepted_risks: "good-dashed",
  working: "brass",
  unassessed: "quiet",
};

/** Where a service stands, in one or two words; a retired one says that instead. */
export function StandingPill({
  standing,
  lifecycle,
}: {
  standing: Standing;
  lifecycle?: Lifecycle | undefined;
}) {
  if (lifecycle === "retired") return <Pill tone="plain">Retired</Pill>;
  return <Pill tone={TONE[standing]}>{STANDING_TEXT[standing]}</Pill>;
}

interface AnsweredOfProps {
  /** How many of the questions that are asked have an answer, and how many have none. */
  answered: number;
  unanswered: number;
}

/** What a standing rests on while not all that is asked is answered: "1 of 49 answered". Nothing before the first answer. */
export function AnsweredOf({ answered, unanswered }: AnsweredOfProps) {
  if (answered === 0 || unanswered === 0) return null;
  return (
    <span className="text-xs whitespace-nowrap text-ink-3 tabular-nums">
      {answered} of {answered + unanswered} answered
    </span>
  );
}
