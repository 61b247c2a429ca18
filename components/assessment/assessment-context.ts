"use client";

import { createContext, use } from "react";
import type { AnswerStore } from "@/lib/client/assessment/answer-store";
import type { Verdict } from "@/lib/domain/vocabulary";

/** What every part of the assessment page shares. */
export interface AssessmentFrame {
  store: AnswerStore;
  me: { id: string; name: string };
  service: { slug: string; name: string };
  timeZone: string;
  /** What losses are in; null before anything could have a price. */
  currency: string | null;
  /** The service takes no answers from this person. */
  readOnly: boolean;
  /** Single keys act on the page. */
  keysOn: boolean;
  /** Chooses a verdict; `byArrow` while stepping through the verdicts, when it is not yet meant. */
  choose: (question: string, verdict: Verdict, byArrow?: boolean) => void;
  /** Opens a question; `focus` puts the keyboard there. */
  open: (question: string, focus: boolean) => void;
  /** Saves a question and opens the next one, or goes to what is missing. */
  saveAndMoveOn: (question: string) => void;
}

const Context = createContext<AssessmentFrame | null>(null);
/** Gives the frame to everything below. */
export const AssessmentProvider = Context.Provider;

/** The frame of the assessment that a component is part of. */
export function useAssessment(): AssessmentFrame {
  const frame = use(Context);
  if (!frame) throw new RangeError("only inside an assessment");
  return frame;
}
