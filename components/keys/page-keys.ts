import { useEffect } from "react";

/** Some keys, as the browser calls them, each of which does the same by itself. */
export interface PageKey<Action> {
  keys: readonly string[];
  /** In a few words, for the list. */
  does: string;
  action: Action;
}

/** Keys in words: together where several are held, each by itself where they do the same. */
export type ListedKey = Pick<PageKey<unknown>, "keys" | "does">;

/** The keys of a part of a page, as the list shows them. */
export interface KeySet {
  title: string;
  keys: readonly ListedKey[];
}

/** What a key is declared to do; null for one that is not declared. */
export const actionOf = <Action>(table: readonly PageKey<Action>[], key: string): Action | null =>
  table.find(({ keys }) => keys.includes(key))?.action ?? null;

const declared = new Set<KeySet>();

/** What the page that is shown declares: its own first. */
export const declaredKeys = (): KeySet[] => [...declared];

/** Has the list of keys say what a part of a page hears, for as long as it is there. @param set the same object each time */
export function useDeclaredKeys(set: KeySet): void {
  useEffect(() => {
    declared.add(set);
    return () => void declared.delete(set);
  }, [set]);
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page up",
  PageDown: "Page down",
  Escape: "Esc",
};
/** A key as keyboards name it. */
export const keySign = (key: string): string => SIGNS[key] ?? key;

const listeners = new Set<() => void>();
/** Shows the list of keys. */
export function showKeys(): void {
  for (const listener of listeners) listener();
}
/** @returns to be called when the list is shown by somebody else */
export function onShowKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
