/** What keeps the keys to itself while it is open; sheets that wait to be opened stand in the page as well. */
const DIALOGS = '[role="dialog"][data-open], [role="alertdialog"][data-open], dialog[open]';
/** What has keys of its own, or is typed into. */
const OWN_KEYS =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="menu"], [role="listbox"], [role="combobox"], [popover]';

export const isDialogOpen = (): boolean => document.querySelector(DIALOGS) !== null;

/** Whether a key is for a dialog or a menu over the page. */
export const isForOthers = ({ target }: KeyboardEvent): boolean =>
  isDialogOpen() || (target instanceof Element && target.closest('[role="menu"], [popover]') !== null);

/** Whether a key is pressed by itself, where nothing is typed, chosen or asked (WCAG 2.1.4). */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}
