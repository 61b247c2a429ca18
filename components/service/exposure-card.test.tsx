import { describe, expect, it } from "vitest";
import { servicePage } from "@/components/addresses/pages";
import { anExposure } from "@/components/exposure/testing-exposure";
import { drawnPlain } from "@/components/figure/testing-figures";
import type { SpreadExposure } from "@/lib/contracts/exposure";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { COST_TEXT } from "@/lib/domain/vocabulary";
import { ExposureCard } from "./exposure-card";

/** A card of which only the exposure is known: whatever it shows comes from there. */
function htmlOf(lifecycle: string, deletedAt: string | null, exposure: SpreadExposure = UNPRICED): string {
  const card = {
    service: { slug: "checkout", lifecycle, deletedAt, checklist: { key: "readiness", version: 1 } },
    exposure,
    currency: exposure.pricedCosts > 0 ? "EUR" : null,
  };
  return drawnPlain(<ExposureCard card={card as unknown as Scorecard} query={servicePage.none} />);
}

const UNPRICED = anExposure({ lost_trust: { known: 0.5, unknown: 1 } });

describe("expected incidents of a service (R6)", () => {
  it("are the ones of its score card, cost by cost, known and unknown apart", () => {
    const html = htmlOf("live", null);
    expect(html).toContain("carried now");
    expect(html).toMatch(/0\.5<\/b> from gaps that are known/);
    expect(html.split("<details")[0]).toContain(COST_TEXT.lost_trust.name);
    expect(html.split("<details")[0]).not.toContain(COST_TEXT.data_loss.name);
  });

  it("are money where they have a price, with what was accepted, and lead to what closing them would change", () => {
    const priced = anExposure({
      data_loss: { known: 0.5, unknown: 0.1, accepted: 0.2, each: 100_000 },
      lost_trust: { known: 3 },
    });
    const html = htmlOf("live", null, priced);
    expect(html).toMatch(/about €50k<\/b> from gaps that are known, up to <b[^>]*>about €10k<\/b> more/);
    expect(html).toContain("about €20k of it was accepted");
    expect(html.replace(/<[^>]*>/g, "")).toContain("1 of the eight costs has a price. Rates are");
    expect(html).toContain("no price: incidents");
    expect(html).toContain('href="/exposure?service=checkout"');
    expect(html.match(/\bhatch\b/g)).toHaveLength(2);
  });

  it.each([
    ["retired", null, "A retired service is expected to cause none."],
    ["live", "2026-06-15T12:00:00Z", "A deleted service is expected to cause none."],
  ])("are none when it is %s, deleted at %s", (lifecycle, deletedAt, text) => {
    expect(htmlOf(lifecycle, deletedAt)).toContain(text);
  });
});
