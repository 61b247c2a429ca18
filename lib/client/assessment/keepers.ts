import { send } from "../request";
import { AnswerKeeper } from "./answer-keeper";
import { draftShelf } from "./draft-shelf";
import { liveTabs, oneTabAtATime, showAlive, tabId } from "./live-tabs";
import { hearPageEvents } from "./page-events";

/** Whose answers, on which service; `say` tells those who listen. */
export interface KeeperOf {
  me: string;
  service: { id: string; slug: string };
}

/** A keeper with what belongs to it in a browser. */
export interface PageKeeper {
  keeper: AnswerKeeper;
  /** Takes up drafts of closed tabs, and the texts that were put away; call it once the questions are known. */
  adopt: () => Promise<void>;
  /** Who is told in words what happened; the screen that is shown sets it. */
  listener: { say: (words: string) => void };
}

/** A request that takes longer is given up and tried again. */
const PATIENCE_MS = 20_000;
const keepers = new Map<string, PageKeeper>();

/**
 * The keeper of a service's answers, one per page load: it outlives the screen, so that a save that failed goes on being
 * tried while another screen is shown. On the server a new one, which is never used.
 */
export function keeperFor({ me, service }: KeeperOf): PageKeeper {
  const whose = `${me}/${service.id}`;
  const there = keepers.get(whose);
  if (there) return there;
  const made = makeKeeper(whose, me, service.slug);
  if (typeof window === "undefined") return made;
  keepers.set(whose, made);
  hearPageEvents(made.keeper, me, made.adopt);
  return made;
}

function makeKeeper(whose: string, me: string, service: string): PageKeeper {
  const shelf = draftShelf(storageOf(), whose, tabId, Date.now);
  const listener: PageKeeper["listener"] = { say: () => {} };
  const keeper = new AnswerKeeper({
    me,
    shelf,
    now: Date.now,
    say: (words) => listener.say(words),
    save: (question, body) =>
      send("PUT /api/v1/services/:service/answers/:question", {
        params: { service, question },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    confirm: (question, expectedVersion, idempotencyKey) =>
      send("POST /api/v1/services/:service/answers/:question/confirmation", {
        params: { service, question },
        body: { expectedVersion },
        idempotencyKey,
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
  });
  const adopt = async () => {
    showAlive();
    for (const question of shelf.questionsWithAside()) {
      keeper.book.set(question, { aside: shelf.aside(question) });
    }
    await oneTabAtATime(async () => {
      for (const found of shelf.leftBehind(await liveTabs())) keeper.restore(found);
    });
  };
  return { keeper, adopt, listener };
}

function storageOf(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}
