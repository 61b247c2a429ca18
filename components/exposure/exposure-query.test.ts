import { describe, expect, it } from "vitest";
import { exposurePage } from "@/components/addresses/pages";
import { gapsOf, isExposureNarrowed, toExposureFilters } from "./exposure-query";

describe("the address of the exposure", () => {
  it("comes back as it was read", () => {
    const params = {
      team: ["payments", "platform"],
      tier: "1",
      asOf: "2026-05-01",
      service: "checkout",
      when: "launch",
      close: ["checkout.limits", "we-know-first"],
    };
    const href = exposurePage.href(exposurePage.read(params));
    expect(href).toBe(
      "/exposure?team=payments&team=platform&tier=1&asOf=2026-05-01&service=checkout&when=launch&close=checkout.limits&close=we-know-first",
    );
    expect(
      exposurePage.read(
        Object.fromEntries([
          ["when", "never"],
          ["service", "No Slug"],
        ]),
      ),
    ).toEqual(exposurePage.none);
  });
  it("leads to a part of the page", () => {
    expect(exposurePage.href(exposurePage.none, { tier: ["2"] }, "#curve")).toBe("/exposure?tier=2#curve");
  });
  it("asks the query for the same services", () => {
    expect(
      toExposureFilters({ ...exposurePage.none, service: "checkout", team: ["payments"] }),
    ).toMatchObject({
      service: "checkout",
      team: ["payments"],
    });
    expect(isExposureNarrowed(exposurePage.none)).toBe(false);
    expect(isExposureNarrowed({ ...exposurePage.none, service: "checkout" })).toBe(true);
  });
  it("takes its filters to the list of gaps; of a chosen lifecycle, those that are carried then", () => {
    const asked = { when: "now" } as const;
    expect(gapsOf({ ...exposurePage.none, service: "checkout" }, asked)).toBe(
      "/gaps?lifecycle=live&service=checkout",
    );
    expect(gapsOf({ ...exposurePage.none, service: "checkout" }, {})).toBe("/gaps?service=checkout");
    expect(gapsOf({ ...exposurePage.none, lifecycle: ["building", "live"] }, asked)).toBe(
      "/gaps?lifecycle=live",
    );
  });
});
