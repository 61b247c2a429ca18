import { expect, it } from "vitest";
import { exposurePage } from "@/components/addresses/pages";
import { effectLinks } from "./effect-links";

it("each figure before leads to what it is made of, of the same services", () => {
  expect(effectLinks({ ...exposurePage.none, team: ["payments"], when: "launch" })).toMatchObject({
    "known now": "/gaps?team=payments&lifecycle=live&kind=known",
    "unknown now": "/gaps?team=payments&lifecycle=live&kind=unknown",
    "known atLaunch":
      "/gaps?team=payments&lifecycle=planned&lifecycle=building&lifecycle=launching&kind=known",
    badYear: "/exposure?team=payments&when=launch#curve",
    score: "/services?team=payments",
    "standing working": "/services?team=payments&standing=working",
  });
});

it("of one service, the score leads to it, and no standing anywhere", () => {
  const links = effectLinks({ ...exposurePage.none, service: "checkout" });
  expect(links.score).toBe("/services/checkout");
  expect(links["standing working"]).toBeUndefined();
  expect(links["known now"]).toBe("/gaps?lifecycle=live&service=checkout&kind=known");
});
