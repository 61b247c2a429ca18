import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { COST_TEXT, COSTS } from "@/lib/domain/vocabulary";
import { ExposureCard } from "./exposure-card";
import { readGapQuery } from "./gap-query";

const NONE = { incidents: 0, expectedLoss: null };

/** A card of which only the exposure is known: whatever it shows comes from there. */
function htmlOf(lifecycle: string, deletedAt: string | null): string {
  const byCost = Object.fromEntries(COSTS.map((cost) => [cost, { ...NONE, known: 0, unknown: 0 }]));
  byCost.lost_trust = { incidents: 1.5, expectedLoss: null, known: 0.5, unknown: 1 };
  const card = {
    service: { slug: "checkout", lifecycle, deletedAt, checklist: { key: "readiness", version: 1 } },
    exposure: {
      byCost,
      known: { incidents: 0.5, expectedLoss: null },
      unknown: { incidents: 1, expectedLoss: null },
    },
  };
  return renderToStaticMarkup(
    <ExposureCard card={card as unknown as Scorecard} query={readGapQuery({}, null)} />,
  );
}

describe("expected incidents of a service (R6)", () => {
  it("are the ones of its score card, cost by cost, known and unknown apart", () => {
    const html = htmlOf("live", null);
    expect(html).toContain("carried now");
    expect(html).toMatch(/0\.5<\/b> from gaps that are known/);
    expect(html.split("<details")[0]).toContain(COST_TEXT.lost_trust.name);
    expect(html.split("<details")[0]).not.toContain(COST_TEXT.data_loss.name);
  });

  it.each([
    ["retired", null, "A retired service is expected to cause none."],
    ["live", "2026-06-15T12:00:00Z", "A deleted service is expected to cause none."],
  ])("are none when it is %s, deleted at %s", (lifecycle, deletedAt, text) => {
    expect(htmlOf(lifecycle, deletedAt)).toContain(text);
  });
});
