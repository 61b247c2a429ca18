/** Something that was picked, as it can be offered again. */
export interface RecentPick {
  /** The same for the same thing. */
  key: string;
  kind: string;
  name: string;
  about: string;
  href: string;
}

const PREFIX = "plumbline.recent.";
const MOST = 20;

const isPick = (value: unknown): value is RecentPick =>
  typeof value === "object" &&
  value !== null &&
  ["key", "kind", "name", "about", "href"].every(
    (name) => typeof (value as Record<string, unknown>)[name] === "string",
  ) &&
  (value as RecentPick).href.startsWith("/");

/** What somebody picked in this browser, the last one first. @param person their id */
export function recentPicks(person: string): RecentPick[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(PREFIX + person) ?? "[]");
    return Array.isArray(read) ? read.filter(isPick).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Notes that somebody picked something. Without room nothing is kept. */
export function notePick(person: string, pick: RecentPick): void {
  const others = recentPicks(person).filter(({ key }) => key !== pick.key);
  try {
    localStorage.setItem(PREFIX + person, JSON.stringify([pick, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing: then nothing is offered again.
  }
}

/** Forgets what anybody picked in this browser. */
export function forgetPicks(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // It keeps nothing, then.
  }
}
