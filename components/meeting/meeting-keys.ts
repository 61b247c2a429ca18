import { actionOf, type KeySet, type PageKey } from "@/components/keys/page-keys";
import { keyKind } from "@/components/launch/dispose-keys";
import { DISPOSITION_TEXT } from "@/lib/domain/launch/texts";
import { DISPOSITION_KINDS, type DispositionKind } from "@/lib/domain/launch/vocabulary";

/** What a key does in a meeting, outside of fields. Enter does nothing: no key signs. */
export type MeetingKey =
  | { kind: "next" | "back" | "park" | "note" }
  | { kind: "decide"; as: DispositionKind };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const KEYS: readonly PageKey<MeetingKey>[] = [
  { keys: ["ArrowRight"], does: "Next", action: { kind: "next" } },
  { keys: ["ArrowLeft"], does: "Back", action: { kind: "back" } },
  { keys: ["p"], does: "Park the gap, for the end", action: { kind: "park" } },
  { keys: ["n"], does: "Write a note", action: { kind: "note" } },
];

/** Every key of the meeting, for the list. */
export const MEETING_KEYS: KeySet = {
  title: "In the meeting",
  keys: [
    ...DISPOSITION_KINDS.map((kind, place) => ({
      keys: [String(place + 1)],
      does: DISPOSITION_TEXT[kind].name,
    })),
    ...KEYS,
  ],
};

/**
 * What a pressed key means; null when it is none of ours, is typed into a field, or is held with Ctrl, Meta or Alt.
 * @param place where the focus is; arrows among radio buttons choose one of them
 */
export function meetingKey(pressed: Pressed, place: { typing: boolean; radio: boolean }): MeetingKey | null {
  if (place.typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const as = keyKind(pressed);
  if (as !== null) return { kind: "decide", as };
  if (place.radio && pressed.key.startsWith("Arrow")) return null;
  return actionOf(KEYS, pressed.key);
}
