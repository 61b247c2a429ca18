"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Scorecard } from "../../contracts/scorecard";
import { randomId } from "../random-id";
import { send } from "../request";
import { AnswerStore } from "./answer-store";
import { draftStorage } from "./draft-storage";
import { type Locals, NO_LOCALS, wouldLose } from "./local";

/**
 * The store of a service's answers, and what it knows, for a screen that shows them.
 * @param say is told in words what happened, for those who listen
 */
export function useAnswerStore(
  me: string,
  scorecard: Scorecard,
  say: (words: string) => void,
): { store: AnswerStore; locals: Locals } {
  const { id, slug } = scorecard.service;
  const [{ store, adopt, listener }] = useState(() => {
    const made = answersFor({ me, service: { id, slug } });
    made.store.receive(scorecard.questions);
    return made;
  });
  const locals = useSyncExternalStore(store.book.subscribe, store.book.locals, () => NO_LOCALS);
  useEffect(() => store.receive(scorecard.questions), [store, scorecard.questions]);
  useEffect(() => {
    listener.say = say;
    return () => {
      listener.say = () => {};
    };
  }, [listener, say]);
  useEffect(() => {
    void adopt();
    return () => store.flushAll();
  }, [adopt, store]);
  return { store, locals };
}

/** Whose answers, on which service; `say` tells those who listen. */
interface AnswersOf {
  me: string;
  service: { id: string; slug: string };
}

/** A store with what belongs to it in a browser. */
interface PageAnswers {
  store: AnswerStore;
  /** Takes up drafts of closed tabs, and the texts that were put away; call it once the questions are known. */
  adopt: () => Promise<void>;
  /** Who is told in words what happened; the screen that is shown sets it. */
  listener: { say: (words: string) => void };
}

/** A request that takes longer is given up and tried again. */
const PATIENCE_MS = 20_000;
const stores = new Map<string, PageAnswers>();

/**
 * The store of a service's answers, one per page load: it outlives the screen, so that a save that failed goes on being
 * tried while another screen is shown. On the server a new one, which is never used.
 */
function answersFor({ me, service }: AnswersOf): PageAnswers {
  const whose = `${me}/${service.id}`;
  const there = stores.get(whose);
  if (there) return there;
  const made = makeAnswers(whose, me, service.slug);
  if (typeof window === "undefined") return made;
  stores.set(whose, made);
  hearPageEvents(made.store, me, made.adopt);
  return made;
}

function makeAnswers(whose: string, me: string, service: string): PageAnswers {
  const drafts = draftStorage(storageOf(), whose, tabId, Date.now);
  const listener: PageAnswers["listener"] = { say: () => {} };
  const store = new AnswerStore({
    me,
    drafts,
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
    for (const question of drafts.questionsWithAside()) {
      store.book.set(question, { aside: drafts.aside(question) });
    }
    await oneTabAtATime(async () => {
      for (const found of drafts.leftBehind(await liveTabs())) store.restore(found);
    });
  };
  return { store, adopt, listener };
}

function storageOf(): Storage | null {
  try {
    return typeof window === "undefined" ? null : window.localStorage;
  } catch {
    return null;
  }
}

const LOCK = "plumbline.tab.";
const BEAT = "plumbline.beat.";
const BEAT_MS = 2_000;

/** The id of this page load; a reload gets another one, so that what it left behind is found. */
const tabId: string = typeof window === "undefined" ? "" : randomId();

let shown = false;

/**
 * Shows the other tabs that this one lives, until it is closed: by a Web Lock, or where there is none (no https) by a
 * heartbeat in localStorage.
 */
function showAlive(): void {
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
async function liveTabs(): Promise<ReadonlySet<string>> {
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
async function oneTabAtATime(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request("plumbline.adopt", work);
  else await work();
}

/**
 * Lets a store hear what happens to the page: back online, looked at again, about to be left. Runs as long as the page
 * does, also while another screen is shown, so that what was typed is saved when the server comes back.
 * @param adopt takes up what tabs that were closed meanwhile left behind
 */
function hearPageEvents(store: AnswerStore, me: string, adopt: () => Promise<void>): void {
  const look = async () => {
    if (document.visibilityState !== "visible") return;
    store.retryAll("retrying");
    const person = await whoIsHere();
    if (person === undefined) return;
    store.block(person !== null && person !== me);
    await adopt();
  };
  addEventListener("online", () => store.retryAll("retrying"));
  addEventListener("focus", () => void look());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") store.flushAll();
    else void look();
  });
  addEventListener("beforeunload", (event) => {
    if (wouldLose(store.book.locals())) event.preventDefault();
  });
}

/**
 * Who is signed in in this browser now, which another tab may have changed.
 * @returns the person's id; null when nobody is; undefined when it cannot be told
 */
async function whoIsHere(): Promise<string | null | undefined> {
  try {
    const response = await fetch("/api/auth/session", {
      credentials: "same-origin",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) return undefined;
    const session = (await response.json()) as { user?: { id?: string } } | null;
    return session?.user?.id ?? null;
  } catch {
    return undefined;
  }
}
