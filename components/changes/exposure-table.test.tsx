import { describe, expect, it } from "vitest";
import { drawnPlain } from "@/components/figure/testing-figures";
import { ExposureTable } from "./exposure-table";
import { amounts, NO_EXPOSURE, someChanges } from "./testing-changes";

type Explained = typeof NO_EXPOSURE;
const moved: Explained = {
  from: amounts([40, 1_000_000], [12, 410_000]),
  to: amounts([31, 790_000], [10.2, 410_000]),
  byCause: {
    ...NO_EXPOSURE.byCause,
    answers: amounts([-10.8, -250_000], [-4, -50_000]),
    ageing: amounts([1.8, 40_000], [2.2, 50_000]),
  },
};
const href = (when: string) => `/exposure?when=${when}`;
const shown = (now: Explained, atLaunch = NO_EXPOSURE, pricedCosts = 8) =>
  drawnPlain(
    <ExposureTable
      changes={someChanges({ exposure: { pricedCosts, now, atLaunch } })}
      from={{ name: "On 21 October", href, subject: "portfolio@2026-10-21" }}
      to={{ name: "Today", href, subject: "portfolio" }}
    />,
  );
/** The words of each row, cell by cell. */
const rows = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd].*?>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell
        .replace(/<[^>]+>/g, " ")
        .trim()
        .replace(/ +/g, " "),
    ),
  );

describe("exposure by cause", () => {
  it("goes from then to now by the causes that made a difference, known first, unknown apart (R1)", () => {
    expect(rows(shown(moved))).toEqual([
      ["Carried now, a year", "known", "unknown"],
      ["On 21 October", "€1m 40 incidents", "€410k 12 incidents"],
      ["Answers", "−€250k −11 incidents", "−€50k −4.0 incidents"],
      ["Answers that went stale, waivers that ended", "+€40k +1.8 incidents", "+€50k +2.2 incidents"],
      ["All causes", "−€210k −9.0 incidents", "– −1.8 incidents"],
      ["Today", "€790k 31 incidents", "€410k 10 incidents"],
    ]);
  });

  it("shows what went from known to unknown, though the sum is what it was", () => {
    const { byCause } = NO_EXPOSURE;
    const html = shown({
      from: amounts([2, 90_000], [1, 10_000]),
      to: amounts([1, 50_000], [2, 50_000]),
      byCause: { ...byCause, answers: amounts([-1, -40_000], [1, 40_000]) },
    });
    expect(rows(html)).toContainEqual(["Answers", "−€40k −1.0 incidents", "+€40k +1.0 incidents"]);
    expect(rows(html)).toContainEqual(["All causes", "−€40k −1.0 incidents", "+€40k +1.0 incidents"]);
  });

  it("keeps what is carried at launch apart, each end leading to its exposure", () => {
    const html = shown(moved, moved);
    expect(html.match(/<caption/g)).toHaveLength(2);
    expect(html).toContain("At launch");
    expect(html.match(/href="\/exposure\?when=now"/g)).toHaveLength(2);
    expect(html.match(/href="\/exposure\?when=launch"/g)).toHaveLength(2);
  });

  it("speaks of incidents alone while nothing has a price", () => {
    const html = shown(
      {
        from: amounts([40, null], [12, null]),
        to: amounts([31, null], [12, null]),
        byCause: { ...NO_EXPOSURE.byCause, answers: amounts([-9, null], [0, null]) },
      },
      NO_EXPOSURE,
      0,
    );
    expect(html).not.toContain("€");
    expect(rows(html)).toContainEqual(["Answers", "−9.0", "–"]);
  });

  it("says that there was no price then", () => {
    const html = shown({ ...moved, from: amounts([52, null], [1, null]) });
    expect(rows(html)[1]).toEqual(["On 21 October", "unpriced 52 incidents", "unpriced 1.0 incidents"]);
  });

  it("is not there when nothing moved", () => {
    expect(shown(NO_EXPOSURE)).toBe("");
  });
});
