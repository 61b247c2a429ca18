import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Changes } from "@/lib/contracts/changes";
import { ExposureTable } from "./exposure-table";

type Explained = Changes["exposure"]["now"];
const amounts = (incidents: number, expectedLoss: number | null) => ({ incidents, expectedLoss });
const still = {
  model: amounts(0, 0),
  facts: amounts(0, 0),
  checklist: amounts(0, 0),
  answers: amounts(0, 0),
  ageing: amounts(0, 0),
};
const nothing: Explained = { from: amounts(0, null), to: amounts(0, null), byCause: still };
const moved: Explained = {
  from: amounts(52, 1_410_000),
  to: amounts(41.2, 1_200_000),
  byCause: { ...still, answers: amounts(-14.8, -300_000), ageing: amounts(4, 90_000) },
};
const shown = (now: Explained, atLaunch = nothing, pricedCosts = 8) => {
  const changes = { exposure: { currency: "EUR", pricedCosts, now, atLaunch } } as Changes;
  return renderToStaticMarkup(<ExposureTable changes={changes} from="On 21 October" to="Today" />);
};

describe("exposure by cause", () => {
  it("goes from then to now by the causes that made a difference, in money and in incidents", () => {
    const html = shown(moved);
    const at = ["On 21 October", "€1.4m", "Answers", "−€300k", "went stale", "+€90k", "Today", "€1.2m"].map(
      (text) => html.indexOf(text),
    );
    expect(at.every((place) => place >= 0)).toBe(true);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(html).not.toContain("checklist version");
    expect(html).not.toContain("At launch");
  });

  it("keeps what is carried at launch apart", () => {
    const html = shown(moved, moved);
    expect(html.match(/<caption/g)).toHaveLength(2);
    expect(html).toContain("At launch");
  });

  it("speaks of incidents alone while nothing has a price", () => {
    const html = shown({ ...moved, from: amounts(52, null), to: amounts(41.2, null) }, nothing, 0);
    expect(html).not.toContain("€");
    expect(html).toContain("−14.8");
  });

  it("says that there was no price then", () => {
    expect(shown({ ...moved, from: amounts(52, null) })).toContain("unpriced");
  });

  it("is not there when nothing moved", () => {
    expect(shown(nothing)).toBe("");
  });
});
