import { DISPOSITION_KINDS, type DispositionKind } from "@/lib/domain/launch/vocabulary";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Whether a key pressed there is typed into something. */
export const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox");

/** The decision that a key stands for, 1 to 4; null for every other key, and with Ctrl, Meta or Alt. */
export function keyKind({ key, ctrlKey, metaKey, altKey }: Pressed): DispositionKind | null {
  if (ctrlKey || metaKey || altKey || !/^[1-4]$/.test(key)) return null;
  return DISPOSITION_KINDS[Number(key) - 1] ?? null;
}
