import { describe, expect, it } from "vitest";
import {
  ALL_EXPOSURE,
  exposureHref,
  gapsOf,
  isExposureNarrowed,
  readExposureQuery,
  toExposureFilters,
} from "./exposure-query";

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
    const href = exposureHref(readExposureQuery(params));
    expect(href).toBe(
      "/exposure?team=payments&team=platform&tier=1&asOf=2026-05-01&service=checkout&when=launch&close=checkout.limits&close=we-know-first",
    );
    expect(
      readExposureQuery(
        Object.fromEntries([
          ["when", "never"],
          ["service", "No Slug"],
        ]),
      ),
    ).toEqual(ALL_EXPOSURE);
  });
  it("leads to a part of the page", () => {
    expect(exposureHref(ALL_EXPOSURE, { tier: ["2"] }, "#curve")).toBe("/exposure?tier=2#curve");
  });
  it("asks the query for the same services", () => {
    expect(toExposureFilters({ ...ALL_EXPOSURE, service: "checkout", team: ["payments"] })).toMatchObject({
      service: "checkout",
      team: ["payments"],
    });
    expect(isExposureNarrowed(ALL_EXPOSURE)).toBe(false);
    expect(isExposureNarrowed({ ...ALL_EXPOSURE, service: "checkout" })).toBe(true);
  });
  it("takes its filters to the list of gaps; of a chosen lifecycle, those that are carried then", () => {
    const asked = { when: "now" } as const;
    expect(gapsOf({ ...ALL_EXPOSURE, service: "checkout" }, asked)).toBe(
      "/gaps?lifecycle=live&service=checkout",
    );
    expect(gapsOf({ ...ALL_EXPOSURE, service: "checkout" }, {})).toBe("/gaps?service=checkout");
    expect(gapsOf({ ...ALL_EXPOSURE, lifecycle: ["building", "live"] }, asked)).toBe("/gaps?lifecycle=live");
  });
});
