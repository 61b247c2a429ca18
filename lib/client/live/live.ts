import { BACKGROUND_HEADER } from "../../domain/background";
import { Connection, type Source } from "./connection";
import { lead } from "./leadership";
import { LiveTab, type TabMessage } from "./live-tab";

const CHANNEL = "plumbline.live";
const PATIENCE_MS = 10_000;

let tab: LiveTab | undefined;

/** What this tab hears: one stream for all tabs of the browser. */
export function live(): LiveTab {
  tab ??= makeTab();
  return tab;
}

function makeTab(): LiveTab {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  const made = new LiveTab({
    // Without a channel no other tab could say what it hears.
    lead: (work) => (channel ? lead({ locks: navigator.locks, storage: storageOf() }, work) : work()),
    connect: (after, hear, connected) =>
      new Connection(after, {
        open: (path) => new EventSource(path) as Source,
        ask,
        hear,
        connected,
        random: Math.random,
      }),
    tell: (message) => channel?.postMessage(message),
    isVisible: () => document.visibilityState === "visible",
  });
  channel?.addEventListener("message", ({ data }) => made.hear(data as TabMessage));
  document.addEventListener("visibilitychange", made.look);
  addEventListener("pageshow", ({ persisted }) => persisted && made.wake());
  return made;
}

/** What happened since, where no stream comes through. */
async function ask(path: string): Promise<string | null> {
  const response = await fetch(path, {
    credentials: "same-origin",
    headers: { [BACKGROUND_HEADER]: "1" },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`events: ${response.status}`);
  return response.text();
}

function storageOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
