import type { DispositionKind } from "@/lib/domain/launch/vocabulary";

/** What is said when a decision about a gap was taken. */
export const DISPOSED_TEXT: Record<DispositionKind, string> = {
  fixed: "Answered yes.",
  fix_before: "It is a condition now.",
  accept: "The waiver is asked for: another person decides.",
  not_applicable: "Answered “not for us”.",
};

/** The button that takes it. */
export const DISPOSE_TEXT: Record<DispositionKind, string> = {
  fixed: "Answer yes",
  fix_before: "Make it a condition",
  accept: "Ask for the waiver",
  not_applicable: "Answer “not for us”",
};
