/** One place in the bar. */
export interface NavItem {
  href: string;
  label: string;
}

/** What changed in the portfolio is a page of its own, and a part of it. */
const OF_PORTFOLIO = ["/", "/changes"];

/**
 * The item whose pages the path belongs to: the longest href that the path equals or lies under.
 * @returns null when the path is under none, such as a settings page that the bar does not list
 */
export function currentItem(items: readonly NavItem[], path: string): NavItem | null {
  let best: NavItem | null = null;
  for (const item of items) {
    const under =
      item.href === "/"
        ? OF_PORTFOLIO.includes(path)
        : path === item.href || path.startsWith(`${item.href}/`);
    if (under && item.href.length > (best?.href.length ?? 0)) best = item;
  }
  return best;
}
