/** One place in the bar. */
export interface NavItem {
  href: string;
  label: string;
}

/** Pages of their own that are a part of another one: accepted risks of the gaps. */
const PARTS: Readonly<Record<string, string>> = { "/waivers": "/gaps" };

/**
 * The item whose pages the path belongs to: the longest href that the path equals or lies under.
 * @returns null when the path is under none, such as a settings page that the bar does not list
 */
export function currentItem(items: readonly NavItem[], path: string): NavItem | null {
  const at = PARTS[path] ?? path;
  let best: NavItem | null = null;
  for (const item of items) {
    const under = at === item.href || (item.href !== "/" && at.startsWith(`${item.href}/`));
    if (under && item.href.length > (best?.href.length ?? 0)) best = item;
  }
  return best;
}
