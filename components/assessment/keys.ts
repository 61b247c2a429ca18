import { VERDICTS, type Verdict } from "@/lib/domain/vocabulary";

/** What a key does on the assessment page, outside of fields. */
export type KeyAction =
  | { kind: "next" | "previous" | "unanswered" | "open" | "reason" | "evidence" | "confirm" | "help" }
  | { kind: "verdict"; verdict: Verdict };

/** Where the focus is when a key is pressed: in something typed into, on a verdict, on another control, elsewhere. */
export type KeyPlace = "field" | "verdict" | "control" | "page";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const LETTERS: ReadonlyMap<string, Exclude<KeyAction["kind"], "verdict">> = new Map([
  ["j", "next"],
  ["k", "previous"],
  ["n", "unanswered"],
  ["o", "open"],
  ["r", "reason"],
  ["e", "evidence"],
  ["c", "confirm"],
  ["?", "help"],
]);

/**
 * What a pressed key means, or null when it is none of ours: in fields and with Ctrl, Meta or Alt it belongs to the
 * browser, arrows within the verdicts and Enter on a control too.
 */
export function keyAction(pressed: Pressed, place: KeyPlace): KeyAction | null {
  if (place === "field" || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const { key } = pressed;
  if (/^[1-5]$/.test(key)) {
    const verdict = VERDICTS[Number(key) - 1];
    return verdict ? { kind: "verdict", verdict } : null;
  }
  if (key === "Enter") return place === "control" ? null : { kind: "reason" };
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (place === "verdict") return null;
    return { kind: key === "ArrowDown" ? "next" : "previous" };
  }
  const kind = LETTERS.get(key);
  return kind ? { kind } : null;
}

/** Every key of the page with what it does, for the help. */
export const KEY_LIST: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["1", "2", "3", "4", "5"], does: "Yes, Partly, No, Unclear, Not for us" },
  { keys: ["j", "↓"], does: "Next question" },
  { keys: ["k", "↑"], does: "Question before" },
  { keys: ["o"], does: "Next open question" },
  { keys: ["n"], does: "Next unanswered question" },
  { keys: ["r", "Enter"], does: "Write a reason" },
  { keys: ["e"], does: "Add evidence; pasting an address does it too" },
  { keys: ["c"], does: "Still true: confirm the answer as it stands" },
  { keys: ["Esc"], does: "Leave a field, back to its question" },
  { keys: ["Ctrl or ⌘", "Enter"], does: "In a field: save, and on to the next question" },
  { keys: ["?"], does: "This list" },
];

/** The keys that stand under a question, with what they do in a word or two. */
export const SHORT_KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["1–5"], does: "answer" },
  { keys: ["j", "k"], does: "next, before" },
  { keys: ["e"], does: "evidence" },
  { keys: ["c"], does: "still true" },
  { keys: ["o"], does: "next open" },
];
