"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { showKeys } from "@/components/keys/page-keys";
import { leave } from "@/components/shell/leave";
import { useMe } from "@/components/shell/me";
import { chooseTheme } from "@/components/shell/theme-choice";
import { classNames } from "@/components/ui/class-names";
import { localDay } from "@/components/ui/days";
import { fetchAhead } from "@/lib/client/navigation";
import { notePick, recentPicks } from "@/lib/client/recent-picks";
import { messageOf, send } from "@/lib/client/request";
import { useRested } from "@/lib/client/use-rested";
import type { Hit } from "@/lib/contracts/search";
import { counted } from "@/lib/domain/words";
import { LIST_ID } from "./finder";
import { type Item, readTyped, sectionsOf, stillFound } from "./items";

/** A pause between two letters that is asked about. */
const REST_MS = 50;
/** How long something has to be the chosen one before its page is fetched. */
const AHEAD_MS = 150;
const NO_HITS: readonly Hit[] = [];

export interface FoundListProps {
  person: string | null;
  may: readonly string[];
  navigate: (href: string) => void;
  typed: string;
  /** Id of the option that Enter takes. */
  active: string | undefined;
  onActive: (id: string | undefined) => void;
  /** Filled in with what the field's keys do. */
  onKey: RefObject<(event: KeyboardEvent) => void>;
  /** Closes the palette. */
  onDone: () => void;
}

const optionId = (item: Item): string => `found-${item.key.replace(/[^\w-]/g, "_")}`;

const onLine = (listener: () => void) => {
  for (const type of ["online", "offline"]) window.addEventListener(type, listener);
  return () => {
    for (const type of ["online", "offline"]) window.removeEventListener(type, listener);
  };
};

/** What the server finds for the words, as long as they are the ones that are typed. */
function useHits(words: string, typed: string) {
  const rested = useRested(words, REST_MS);
  const query = useQuery({
    queryKey: ["search", rested],
    enabled: rested !== "",
    placeholderData: keepPreviousData,
    networkMode: "always",
    retry: 1,
    queryFn: ({ signal }) => send("GET /api/v1/search", { query: { q: rested }, signal }),
  });
  const isThere = rested === words && !query.isPlaceholderData && query.data !== undefined;
  const hits = useMemo(() => {
    const items = words === "" ? NO_HITS : (query.data?.items ?? NO_HITS);
    return isThere ? items : stillFound(items, typed);
  }, [query.data, isThere, words, typed]);
  const error = rested === words && words !== "" ? query.error : null;
  return { hits, isWaiting: words !== "" && !isThere && error === null, error };
}

/** What is found, in sections; the keys of the field move through it (ARIA combobox with a listbox). */
export function FoundList({ person, may, navigate, typed, active, onActive, onKey, onDone }: FoundListProps) {
  const me = useMe(null)?.id ?? person ?? "";
  const path = usePathname();
  const router = useRouter();
  const isOnLine = useSyncExternalStore(onLine, () => navigator.onLine);
  const [recent] = useState(() => recentPicks(me));
  const { hits, isWaiting, error } = useHits(readTyped(typed).words, typed);
  const sections = useMemo(() => {
    const today = localDay(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    return sectionsOf(typed, hits, { path, search: window.location.search, today, may, recent });
  }, [typed, hits, path, may, recent]);
  const items = useMemo(() => sections.flatMap((section) => section.items), [sections]);
  const chosen = items.find((item) => optionId(item) === active) ?? items[0];

  // What was chosen stays chosen when more is found; with other words it is the first one again.
  const [moved, setMoved] = useState<string | null>(null);
  const isMoved = moved === typed;
  useEffect(() => {
    const next = isMoved ? chosen : items[0];
    onActive(next && optionId(next));
  }, [isMoved, chosen, items, onActive]);
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const ahead = useRested(chosen?.href ?? "", AHEAD_MS);
  useEffect(() => {
    if (ahead !== "" && ahead === chosen?.href) fetchAhead(ahead.replace(/#.*/, ""), router);
  }, [ahead, chosen, router]);

  /** Enter came before what it is for. */
  const [taken, setTaken] = useState<string | null>(null);
  useEffect(() => {
    if (taken === null || isWaiting) return;
    setTaken(null);
    if (taken === typed && items[0]) take(items[0], false);
  });

  function take(item: Item, apart: boolean): void {
    onDone();
    const { key, kind, name, about, href, does } = item;
    if (does === "sign_out") void leave();
    else if (does === "keys") showKeys();
    else if (does) chooseTheme(does.theme);
    else {
      if (me !== "") notePick(me, { key, kind, name, about, href });
      if (apart) window.open(href, "_blank", "noopener");
      else navigate(href);
    }
  }

  function move(by: 1 | -1): void {
    const at = chosen ? items.indexOf(chosen) : -1;
    const next = items[(at + by + items.length) % items.length];
    setMoved(typed);
    onActive(next && optionId(next));
  }

  useEffect(() => {
    onKey.current = (event) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (items.length > 0) move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (isWaiting && !isMoved) setTaken(typed);
        else if (chosen) take(chosen, event.ctrlKey || event.metaKey);
      }
    };
  });

  const words = statusWords(items.length, typed, isWaiting, isOnLine, error);
  return (
    <>
      <div
        id={LIST_ID}
        role="listbox"
        aria-label="What is found"
        aria-busy={isWaiting}
        className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:hidden"
      >
        {sections.map(({ title, items: some }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset
          <div key={title} role="group" aria-label={title || "Found"}>
            {title !== "" && (
              <div aria-hidden="true" className="px-2.5 pt-2 pb-1 text-xs text-ink-3">
                {title}
              </div>
            )}
            {some.map((item) => (
              <Option
                key={item.key}
                item={item}
                active={item === chosen}
                onPoint={() => {
                  setMoved(typed);
                  onActive(optionId(item));
                }}
                onTake={(apart) => take(item, apart)}
              />
            ))}
          </div>
        ))}
      </div>
      <p
        role="status"
        className={classNames(
          "border-t border-line px-4 py-2 text-sm text-ink-3",
          words.quiet && items.length > 0 && "sr-only",
        )}
      >
        {words.text}
      </p>
    </>
  );
}

/** What is said of what is found; quiet: only to who does not see the list. */
function statusWords(
  count: number,
  typed: string,
  isWaiting: boolean,
  isOnLine: boolean,
  error: Error | null,
): { text: string; quiet: boolean } {
  if (!isOnLine) return { text: "No connection: only pages and actions are found.", quiet: false };
  if (error !== null) return { text: `${messageOf(error)} Pages and actions are found.`, quiet: false };
  if (isWaiting) return { text: count > 0 ? "" : "Searching…", quiet: true };
  if (count > 0) return { text: `${counted(count, "result")}`, quiet: true };
  return { text: `Nothing is called “${typed.trim()}”.`, quiet: true };
}

interface OptionProps {
  item: Item;
  active: boolean;
  onPoint: () => void;
  /** @param apart in a tab of its own */
  onTake: (apart: boolean) => void;
}

/** One of what is found. The focus stays in the field, which takes the keys. */
function Option({ item, active, onPoint, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
    <div
      id={optionId(item)}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onPointerMove={() => !active && onPoint()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onTake(event.ctrlKey || event.metaKey)}
      className="flex min-h-9 cursor-default items-baseline gap-2.5 rounded-md px-2.5 py-1.5 aria-selected:bg-sunk pointer-coarse:min-h-11 pointer-coarse:items-center"
    >
      <span className="min-w-0 flex-1">
        <bdi className="font-strong [overflow-wrap:anywhere]">{item.name}</bdi>
        {item.about !== "" && (
          <span className="ml-2 text-sm text-ink-3 [overflow-wrap:anywhere]">
            <bdi>{item.about}</bdi>
          </span>
        )}
      </span>
      <span className="shrink-0 text-sm text-ink-3">{item.kind}</span>
    </div>
  );
}
