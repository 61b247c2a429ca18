import { randomId } from "../random-id";

const LOCK = "plumbline.tab.";
const BEAT = "plumbline.beat.";
const BEAT_MS = 2_000;

/** The id of this page load; a reload gets another one, so that what it left behind is found. */
export const tabId: string = typeof window === "undefined" ? "" : randomId();

let shown = false;

/**
 * Shows the other tabs that this one lives, until it is closed: by a Web Lock, or where there is none (no https) by a
 * heartbeat in localStorage.
 */
export function showAlive(): void {
  if (shown) return;
  shown = true;
  if (navigator.locks) {
    void navigator.locks.request(LOCK + tabId, () => new Promise(() => {}));
    return;
  }
  const beat = () => localStorage.setItem(BEAT + tabId, String(Date.now()));
  try {
    beat();
    setInterval(beat, BEAT_MS);
    addEventListener("pagehide", () => localStorage.removeItem(BEAT + tabId));
    addEventListener("pageshow", beat);
  } catch {
    // no storage: nothing can be left behind either
  }
}

/** The ids of the tabs that live, this one included. */
export async function liveTabs(): Promise<ReadonlySet<string>> {
  const live = new Set([tabId]);
  if (navigator.locks) {
    const { held = [] } = await navigator.locks.query();
    for (const { name = "" } of held) if (name.startsWith(LOCK)) live.add(name.slice(LOCK.length));
    return live;
  }
  for (const [key, at] of Object.entries(localStorage)) {
    if (key.startsWith(BEAT) && Date.now() - Number(at) < 3 * BEAT_MS) live.add(key.slice(BEAT.length));
  }
  return live;
}

/** Does the work while no other tab does the same; at once where the browser cannot tell. */
export async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request("plumbline.adopt", work);
  else await work();
}
