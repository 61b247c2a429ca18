"use client";

import { VerdictChoice } from "@/components/verdict/verdict-choice";
import type { Verdict } from "@/lib/domain/vocabulary";
import { useAssessment } from "./assessment-context";

interface VerdictRadiosProps {
  question: string;
  verdict: Verdict | null;
  /** Id of the text that says what is asked. */
  labelledBy: string;
  /** Id of what is wrong with the choice, when something is. */
  describedBy?: string | undefined;
}

/** The five verdicts of a question of the assessment; what is chosen is saved by itself. */
export function VerdictRadios(props: VerdictRadiosProps) {
  const { choose } = useAssessment();
  return (
    <VerdictChoice {...props} onChoose={(verdict, byArrow) => choose(props.question, verdict, byArrow)} />
  );
}
