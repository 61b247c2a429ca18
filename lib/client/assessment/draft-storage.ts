import { randomId } from "../random-id";
import type { Draft } from "./draft";
import { type AsideText, isAsideText, isDraft } from "./stored-shapes";

/** A draft found in storage, and where it lay. */
export interface FoundDraft {
  key: string;
  question: string;
  tab: string;
  /** When it was last typed in (epoch, ms). */
  at: number;
  draft: Draft;
}

const DRAFT = "plumbline.draft";
const ASIDE = "plumbline.aside";

/**
 * What one person typed about one service, in a Storage that outlives the page: a draft per question and tab, so that
 * two tabs never write over each other, and the texts that were put away.
 * @param whose person and service, such as `<person id>/<service id>`
 */
export function draftStorage(storage: Storage | null, whose: string, tab: string, now: () => number) {
  const keyOf = (question: string, of = tab) => `${DRAFT}/${whose}/${question}/${of}`;
  const asideKey = (question: string) => `${ASIDE}/${whose}/${question}`;
  const read = (key: string): unknown => attempt(() => JSON.parse(storage?.getItem(key) ?? "null"), null);
  const write = (key: string, value: unknown): boolean =>
    storage !== null &&
    attempt(() => {
      storage.setItem(key, JSON.stringify(value));
      return true;
    }, false);
  const remove = (key: string): void => attempt(() => storage?.removeItem(key), undefined);
  const keys = (): string[] => attempt(() => Object.keys(storage ?? {}), []);
  const aside = (question: string): AsideText[] => {
    const list = read(asideKey(question));
    return Array.isArray(list) ? list.filter(isAsideText) : [];
  };

  return {
    /** Keeps a draft; false when the browser has no room or forbids it. */
    keep: (question: string, draft: Draft): boolean => write(keyOf(question), { at: now(), draft }),
    forget: (question: string): void => remove(keyOf(question)),
    drop: (found: FoundDraft): void => remove(found.key),
    /** Drafts that no other living tab looks after, the newest first. */
    leftBehind(live: ReadonlySet<string>): FoundDraft[] {
      const prefix = `${DRAFT}/${whose}/`;
      const found = keys()
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => {
          const [question = "", of = ""] = key.slice(prefix.length).split("/");
          const value = read(key) as { at?: unknown; draft?: unknown } | null;
          if (live.has(of) || !value || !isDraft(value.draft)) return [];
          return [{ key, question, tab: of, at: Number(value.at) || 0, draft: value.draft }];
        });
      return found.sort((a, b) => b.at - a.at);
    },
    /** The texts put away about a question, the newest first. */
    aside,
    /** The questions about which texts were put away. */
    questionsWithAside: (): string[] =>
      keys()
        .filter((key) => key.startsWith(`${ASIDE}/${whose}/`))
        .map((key) => key.slice(`${ASIDE}/${whose}/`.length)),
    /** Puts a text away; the same text once. */
    putAside(question: string, { verdict, reason, evidence }: AsideText["content"]): AsideText {
      const text: AsideText = { id: randomId(), at: now(), content: { verdict, reason, evidence } };
      const others = aside(question).filter(
        (each) => JSON.stringify(each.content) !== JSON.stringify(text.content),
      );
      write(asideKey(question), [text, ...others]);
      return text;
    },
    dropAside(question: string, id: string): void {
      const rest = aside(question).filter((text) => text.id !== id);
      if (rest.length === 0) remove(asideKey(question));
      else write(asideKey(question), rest);
    },
  };
}
/** What one person typed about one service, kept in a Storage. */
export type DraftStorage = ReturnType<typeof draftStorage>;

/** Storage can be full, forbidden or hold anything: then the fallback. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
