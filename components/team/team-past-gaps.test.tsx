import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TeamPastGaps } from "./team-past-gaps";

it("says of an earlier day that gaps and stale answers are not listed, and leads to the exposure of then", () => {
  const html = renderToStaticMarkup(<TeamPastGaps team="payments" asOf="2026-08-21" />);
  expect(html).toContain("Gaps and stale answers are listed only on today’s page.");
  expect(html).toContain('href="/exposure?team=payments&amp;asOf=2026-08-21"');
});
