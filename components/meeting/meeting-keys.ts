import { keyKind } from "@/components/launch/dispose-keys";
import type { DispositionKind } from "@/lib/domain/launch/vocabulary";

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

const KEYS: ReadonlyMap<string, Exclude<MeetingKey["kind"], "decide">> = new Map([
  ["ArrowRight", "next"],
  ["ArrowLeft", "back"],
  ["p", "park"],
  ["n", "note"],
]);

/**
 * What a pressed key means; null when it is none of ours, is typed into a field, or is held with Ctrl, Meta or Alt.
 * @param place where the focus is; arrows among radio buttons choose one of them
 */
export function meetingKey(pressed: Pressed, place: { typing: boolean; radio: boolean }): MeetingKey | null {
  if (place.typing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  const as = keyKind(pressed);
  if (as !== null) return { kind: "decide", as };
  const kind = KEYS.get(pressed.key);
  if (kind === undefined || (place.radio && pressed.key.startsWith("Arrow"))) return null;
  return { kind };
}
