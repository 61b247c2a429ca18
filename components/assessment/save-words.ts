import type { Local } from "@/lib/client/assessment/local";

/** How what was typed stands, in a few words; `tone` says whether it needs a look. */
export interface SaveWords {
  text: string;
  tone: "quiet" | "warn";
}

/**
 * The visible state of saving one answer.
 * @param local what this tab knows of it
 * @param version of the answer on the server; 0 before the first
 * @param nowMs to count down to the next attempt
 */
export function saveWords(local: Local, version: number, nowMs: number): SaveWords {
  const { state, draft } = local;
  const warn = (text: string): SaveWords => ({ text, tone: "warn" });
  switch (state.kind) {
    case "idle":
      if (draft) return { text: "Kept here", tone: "quiet" };
      return { text: version === 0 ? "Not answered yet" : "Saved", tone: "quiet" };
    case "waiting":
      return { text: "Not saved yet …", tone: "quiet" };
    case "saving":
      return { text: "Saving …", tone: "quiet" };
    case "incomplete":
      return warn(`Kept here, not saved yet. ${state.problems[0]?.message ?? ""}`.trim());
    case "retrying": {
      const seconds = Math.max(0, Math.ceil((state.at - nowMs) / 1000));
      return warn(`Not saved: trying again ${seconds === 0 ? "now" : `in ${seconds} s`}. ${state.message}`);
    }
    case "signed_out":
      return warn("Not saved: you were signed out. Your text is kept.");
    case "other_person":
      return warn("Not saved: somebody else is signed in to this browser. Your text is kept.");
    case "refused":
      return warn(`Not saved: ${state.message}${draft ? " Your text is kept here." : ""}`);
    case "conflict":
      return warn("Not saved: there are two answers now. Choose one, or combine them.");
  }
}
