import type { Page } from "@playwright/test";

/**
 * What is wrong with how a page lies in its window, one line each: wider than the window, no heading or one that cannot be seen,
 * text or buttons that lie on each other, cards that come closer than 16 px to the edge, and what can be done with the page
 * anywhere but at its top right (on a phone below its words, from the left). Looks at boxes alone, and so costs next to nothing at any width and in any theme.
 */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      element: Element;
      what: string;
      left: number;
      right: number;
      top: number;
      bottom: number;
    }
    const found: string[] = [];
    const wider = document.documentElement.scrollWidth - window.innerWidth;
    if (wider > 0) found.push(`${wider} px wider than the window`);

    const seen = (element: Element) =>
      element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      });
    /** The part of a box that its ancestors let through; null when that is nothing one could see, or when it floats over the rest. */
    const shown = (element: Element, rect: DOMRect, what: string): Box | null => {
      const box = { element, what, left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom };
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) {
        const style = getComputedStyle(up);
        if (style.position === "fixed" || style.position === "sticky") return null;
        if (style.overflowX === "visible" && style.overflowY === "visible" && style.clipPath === "none")
          continue;
        const clip = up.getBoundingClientRect();
        box.left = Math.max(box.left, clip.left);
        box.right = Math.min(box.right, clip.right);
        box.top = Math.max(box.top, clip.top);
        box.bottom = Math.min(box.bottom, clip.bottom);
      }
      return box.right - box.left > 2 && box.bottom - box.top > 2 ? box : null;
    };

    const headings = [...document.querySelectorAll("h1")].filter(
      (heading) => seen(heading) && shown(heading, heading.getBoundingClientRect(), ""),
    );
    if (headings.length !== 1) found.push(`${headings.length} headings of level 1 can be seen`);
    for (const heading of headings) {
      const { left, right } = heading.getBoundingClientRect();
      if (left < 0 || right > window.innerWidth) found.push("the heading leaves the window");
    }

    // paper has a margin of its own
    const EDGE = matchMedia("print").matches ? 0 : 16;
    for (const card of document.querySelectorAll("main [data-card]")) {
      const { left, right, width } = card.getBoundingClientRect();
      if (width > 0 && seen(card) && (left < EDGE || right > document.documentElement.clientWidth - EDGE))
        found.push(
          `the card “${card.textContent?.trim().slice(0, 40)}” comes closer than ${EDGE} px to the edge`,
        );
    }
    const wide = window.innerWidth >= 900;
    for (const actions of document.querySelectorAll("main [data-actions]")) {
      const box = actions.getBoundingClientRect();
      const head = actions.parentElement?.getBoundingClientRect();
      if (!head || box.width === 0) continue;
      const away = wide ? Math.max(head.right - box.right, box.top - head.top) : box.left - head.left;
      if (away > 1) found.push(`what can be done is ${Math.round(away)} px away from its place`);
    }

    const boxes: Box[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (
        !element ||
        text === "" ||
        element.closest("script, style, noscript, svg, select") ||
        !seen(element)
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const box = shown(element, rect, `“${text.slice(0, 40)}”`);
        if (box) boxes.push(box);
      }
    }
    for (const element of document.querySelectorAll("button, summary, [role=button]")) {
      const label = element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
      const box =
        seen(element) &&
        shown(element, element.getBoundingClientRect(), `the button “${label.slice(0, 40)}”`);
      if (box) boxes.push(box);
    }
    const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);
    boxes.sort((a, b) => a.top - b.top);
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width <= 2 || height <= 2) continue;
        // lines set tightly share a little of their boxes
        if (width * height > 0.3 * Math.min(area(one), area(other)))
          found.push(`${one.what} and ${other.what} lie on each other`);
      }
    }
    return found;
  });
}

/**
 * Texts of which a part is hidden because their box is too small, one line each: what somebody has to read stands there whole.
 * What is for those who listen alone, and what a person folds and unfolds, is not meant.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest("svg, select, textarea, input, [data-folds], .sr-only")) continue;
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      const text = element.textContent?.trim() ?? "";
      const { overflowX, overflowY, position, textOverflow } = getComputedStyle(element);
      if (!(hasText || textOverflow === "ellipsis") || text === "" || !element.checkVisibility()) continue;
      if (element.clientWidth <= 2 || element.clientHeight <= 2 || position === "fixed") continue;
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 2;
      if (wide || high) found.push(`“${text.slice(0, 80)}” is cut off`);
    }
    return found;
  });
}

/**
 * Lists that are sorted by something that they do not show, one line each. A list with an order has `data-sorted`, and what
 * it goes by stands in each row as `data-lead`, in bold; amounts, incidents and days fall, unless the list says `up`.
 */
export function sortProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SCALE: Record<string, number> = { k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
    const numberOf = (text: string): number | null => {
      const parts = /^(<?)\D{0,4}?(\d[\d,]*(?:\.\d+)?)(k|m|bn|tn)?(?: d)?$/.exec(text.trim());
      if (!parts) return null;
      const value = Number((parts[2] ?? "").replaceAll(",", "")) * (SCALE[parts[3] ?? ""] ?? 1);
      return parts[1] === "<" ? value / 2 : value;
    };
    const found: string[] = [];
    for (const list of document.querySelectorAll("[data-sorted]")) {
      let last: number | null = null;
      for (const row of list.children) {
        const leads = [...row.querySelectorAll("[data-lead]")];
        const lead = leads[0];
        const name = `“${row.textContent?.trim().slice(0, 60)}”`;
        if (leads.length !== 1 || !lead) {
          found.push(`${name} shows ${leads.length} things that its list is sorted by`);
          continue;
        }
        if (Number(getComputedStyle(lead).fontWeight) < 550)
          found.push(`${name} does not show in bold what its list is sorted by`);
        const value = numberOf(lead.textContent ?? "");
        const sign = (list as HTMLElement).dataset.sorted === "up" ? -1 : 1;
        if (value !== null && last !== null && sign * value > sign * last)
          found.push(`${name} stands below a smaller one: ${lead.textContent}`);
        if (value !== null) last = value;
      }
    }
    return found;
  });
}

/**
 * Figures in incidents that stand before the money that they come to, or without it, one line each. For a page on which all
 * that is counted has a price: what something is expected to cost leads, in how many incidents stands second. Of an earlier
 * instant, when nothing may have had a price, it says nothing.
 */
export function moneyProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>("[data-figure]")].map(
      ({ dataset }) => dataset.figure ?? "",
    );
    const first = new Map<string, number>();
    for (const [place, name] of names.entries()) if (!first.has(name)) first.set(name, place);
    return [...first].flatMap(([name, place]) => {
      if (!/^[^@]*\.incidents(:|$)/.test(name)) return [];
      const money = first.get(name.replace(".incidents", ".loss"));
      if (money === undefined) return [`${name} is told without money`];
      return money > place ? [`${name} stands before its money`] : [];
    });
  });
}
