import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { BarList } from "./bar-list";
import { StackedBar } from "./stacked-bar";
import { TrendLine } from "./trend-line";

it("says a distribution in words and leaves empty parts out of the bar, not out of the legend", () => {
  const html = renderToStaticMarkup(
    <StackedBar
      label="Boxes"
      segments={[
        { label: "Full", count: 3, tone: "good" },
        { label: "Promised", count: 0, tone: "good", fill: "hatched" },
      ]}
    />,
  );
  expect(html).toContain('aria-label="Boxes: 3 full, 0 promised"');
  expect(html.match(/flex-grow/g)).toHaveLength(1);
  expect(html.match(/<li/g)).toHaveLength(2);
});

it("hatches what is accepted and outlines what is not certain", () => {
  const html = renderToStaticMarkup(
    <BarList
      label="Costs"
      columns={["Cost", "a year"]}
      rows={[{ label: "Loss", known: 50, unknown: 25, accepted: 25, numbers: ["€100k"] }]}
    />,
  );
  expect(html).toContain("width:50%");
  expect(html).toMatch(/class="[^"]*\boutlined"/);
  expect(html).toMatch(/class="[^"]*\bhatch"/);
});

it("puts the same numbers behind a trend, newest first, and says what is not known", () => {
  const html = renderToStaticMarkup(
    <TrendLine
      label="Share"
      timeZone="UTC"
      series={[
        {
          name: "Share",
          tone: "good",
          format: (value) => `${value}%`,
          points: [
            { at: new Date("2026-01-01"), value: null },
            { at: new Date("2026-02-01"), value: 38 },
          ],
        },
      ]}
    />,
  );
  expect(html.indexOf("1 February 2026")).toBeLessThan(html.indexOf("1 January 2026"));
  expect(html.indexOf("1 February 2026")).toBeGreaterThan(-1);
  expect(html).toContain("not known");
  expect(html).toContain("38%");
});

it("writes clock times in the given time zone when all is of a few hours", () => {
  const html = renderToStaticMarkup(
    <TrendLine
      label="Share"
      timeZone="Asia/Kathmandu"
      series={[
        {
          name: "Share",
          tone: "good",
          format: String,
          points: [
            { at: new Date("2026-11-21T08:00:00Z"), value: 1 },
            { at: new Date("2026-11-21T11:00:00Z"), value: 38 },
          ],
        },
      ]}
    />,
  );
  expect(html).toContain(">14:45<");
  expect(html).toContain("21 November 2026, 13:45");
});

it("can be read value by value, and says where its scale ends", () => {
  const html = renderToStaticMarkup(
    <TrendLine
      label="Share"
      timeZone="UTC"
      series={[
        {
          name: "Ready",
          tone: "good",
          top: 100,
          format: (value) => `${value}%`,
          points: [
            { at: new Date("2026-01-01"), value: 12 },
            { at: new Date("2026-02-01"), value: 38 },
          ],
        },
      ]}
    />,
  );
  expect(html).toMatch(/role="slider"[^>]*aria-valuemax="1"[^>]*aria-valuetext="1 February 2026: Ready 38%"/);
  expect(html).toContain(">100%<");
});

it("says so when there is no trend yet", () => {
  const html = renderToStaticMarkup(<TrendLine label="Share" timeZone="UTC" series={[]} empty="Tomorrow." />);
  expect(html).toContain("Tomorrow.");
});
