import { atMostEvery, type Throttled } from "./at-most-every";

/** What comes together is shown together; and a page is not made anew more often than this. */
const TOGETHER_MS = 300;
const AT_MOST_EVERY_MS = 2_000;
/** While a person is in the middle of something, how soon it is looked again. */
const AGAIN_MS = 1_000;

/** What refreshing needs of the page. */
export interface RefreshParts {
  /** Whether making it anew would get into somebody's way. */
  isBusy: () => boolean;
  refresh: () => void;
}

/** Refreshes a page soon after what it shows has changed: not more often than every two seconds, and in nobody's way. */
export class PageRefresh {
  readonly #parts: RefreshParts;
  readonly #wish: Throttled;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RefreshParts) {
    this.#parts = parts;
    this.#wish = atMostEvery(AT_MOST_EVERY_MS, () => this.#attempt(), TOGETHER_MS);
  }

  /** Something on the page changed. */
  wish(): void {
    if (this.#again === undefined) this.#wish();
  }

  stop(): void {
    this.#wish.stop();
    clearTimeout(this.#again);
    this.#again = undefined;
  }

  #attempt(): void {
    this.#again = undefined;
    if (this.#parts.isBusy()) this.#again = setTimeout(() => this.#attempt(), AGAIN_MS);
    else this.#parts.refresh();
  }
}

/** A popover stands on the page closed too. */
const OPEN =
  ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]):not([popover]), :popover-open';
const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

/** Whether a person is typing, chooses from something that is open, or has marked text. */
export function isInTheMiddle(page: Document): boolean {
  if (page.querySelector(OPEN) !== null) return true;
  if (page.activeElement?.matches(TYPING)) return true;
  const selection = page.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString().trim() !== "";
}
