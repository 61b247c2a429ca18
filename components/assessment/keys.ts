import { actionOf, type KeySet, type PageKey } from "@/components/keys/page-keys";
import { VERDICT_TEXT, VERDICTS, type Verdict } from "@/lib/domain/vocabulary";

/** What a key does on the assessment page, outside of fields. */
export type KeyAction =
  | { kind: "next" | "previous" | "unanswered" | "open" | "reason" | "evidence" | "confirm" }
  | { kind: "verdict"; verdict: Verdict };

/** Where the focus is when a key is pressed: in something typed into, on a verdict, on another control, elsewhere. */
export type KeyPlace = "field" | "verdict" | "control" | "page";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const KEYS: readonly PageKey<KeyAction>[] = [
  ...VERDICTS.map((verdict, place) => ({
    keys: [String(place + 1)],
    does: VERDICT_TEXT[verdict].name,
    action: { kind: "verdict" as const, verdict },
  })),
  { keys: ["j", "ArrowDown"], does: "Next question", action: { kind: "next" } },
  { keys: ["k", "ArrowUp"], does: "Question before", action: { kind: "previous" } },
  { keys: ["o"], does: "Next open question", action: { kind: "open" } },
  { keys: ["n"], does: "Next unanswered question", action: { kind: "unanswered" } },
  { keys: ["r", "Enter"], does: "Write a reason", action: { kind: "reason" } },
  { keys: ["e"], does: "Add evidence; pasting an address does it too", action: { kind: "evidence" } },
  { keys: ["c"], does: "Still true: confirm the answer as it stands", action: { kind: "confirm" } },
];

/**
 * What a pressed key means, or null when it is none of ours: in fields and with Ctrl, Meta or Alt it belongs to the
 * browser, arrows within the verdicts and Enter on a control too.
 */
export function keyAction(pressed: Pressed, place: KeyPlace): KeyAction | null {
  if (place === "field" || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const { key } = pressed;
  if (key === "Enter" && place === "control") return null;
  if (key.startsWith("Arrow") && place === "verdict") return null;
  return actionOf(KEYS, key);
}

/** Every key of the page with what it does; the last two are heard by the fields. */
export const KEY_SET: KeySet = {
  title: "Assessing",
  keys: [
    ...KEYS,
    { keys: ["Escape"], does: "Leave a field and return to its question" },
    { keys: ["Ctrl or ⌘", "Enter"], does: "In a field: save, and on to the next question" },
  ],
};

/** The keys that stand under a question, with what they do in a word or two. */
export const SHORT_KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ["1–5"], does: "answer" },
  { keys: ["j", "k"], does: "next, before" },
  { keys: ["e"], does: "evidence" },
  { keys: ["c"], does: "still true" },
  { keys: ["o"], does: "next open" },
];
