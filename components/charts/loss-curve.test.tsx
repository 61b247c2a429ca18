import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LossCurve } from "./loss-curve";

const points = [
  { loss: 1_000, probability: 0.9 },
  { loss: 10_000, probability: 0.5 },
  { loss: 100_000, probability: 0.1 },
];
const show = (more: Partial<Parameters<typeof LossCurve>[0]> = {}) =>
  renderToStaticMarkup(
    <LossCurve
      label="Half of all years cost more than 10,000"
      series={[{ name: "A year", points, tone: "brass", filled: true }]}
      format={(loss) => String(loss)}
      {...more}
    />,
  );

describe("a curve of losses", () => {
  it("is one picture with a sentence, and has words on its axis", () => {
    const html = show();
    expect(html).toContain('role="img" aria-label="Half of all years cost more than 10,000"');
    expect(html).toContain(">10000<");
    expect(html).toContain("M0 10L0 10L50 50L100 90");
  });
  it("names points, a line higher where asked to", () => {
    const html = show({
      marks: [
        { loss: 10_000, probability: 0.5, label: "P50" },
        { loss: 30_000, probability: 0.3, label: "P70", raised: true },
      ],
    });
    expect(html).toMatch(/bottom-1 [^>]*>P50/);
    expect(html).toMatch(/bottom-5 [^>]*>P70/);
  });
  it("draws what is compared with broken, on the same axis", () => {
    const before = { name: "Before", points, tone: "ink" as const, dashed: true };
    const after = { name: "After", points: points.slice(0, 2), tone: "brass" as const };
    const html = show({ series: [before, after] });
    expect(html.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(html).toContain("M0 10L0 10L50 50");
  });
  it("says so where a year costs nothing", () => {
    expect(
      show({ series: [{ name: "A year", points: [{ loss: 0, probability: 0.5 }], tone: "brass" }] }),
    ).toContain("A year is expected to cost nothing.");
  });
});
