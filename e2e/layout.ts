import type { Page } from "@playwright/test";

/**
 * What is wrong with how a page lies in its window, one line each: wider than the window, no heading or one that cannot be seen,
 * text or buttons that lie on each other. Looks at boxes alone, and so costs next to nothing at any width and in any theme.
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
