const COLOURS = [
  "bg-avatar-1",
  "bg-avatar-2",
  "bg-avatar-3",
  "bg-avatar-4",
  "bg-avatar-5",
  "bg-avatar-6",
  "bg-avatar-7",
  "bg-avatar-8",
] as const;

/** The same colour for the same id, everywhere and always (FNV-1a over its UTF-16 units). */
export function avatarColour(id: string): (typeof COLOURS)[number] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return COLOURS[(hash >>> 0) % COLOURS.length] ?? "bg-avatar-8";
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const first = (word: string): string =>
  graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? "";

/** One or two letters for a name: of its first and last word; whole graphemes, so that an emoji stays one. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const head = words[0];
  if (head === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (first(head) + (last === undefined ? "" : first(last))).toUpperCase();
}
