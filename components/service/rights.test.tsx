import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Service } from "@/lib/contracts/services";
import { locksOf } from "./locks";
import { serviceDraft } from "./service-draft";
import { ServiceFields } from "./service-fields";

const can = {
  edit: true,
  narrow: true,
  retire: true,
  move: true,
  delete: true,
  restore: false,
  answer: true,
  plan: true,
};
const service = {
  name: "Checkout",
  team: "payments",
  teamName: "Payments",
  tier: 2,
  lifecycle: "live",
  tags: ["public"],
  description: "",
  links: [],
  dependsOn: [],
  can,
} as unknown as Service;
const member: Service = { ...service, can: { ...can, narrow: false, retire: false, move: false } };

const form = (of: Service) =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <ServiceFields
        draft={serviceDraft(of)}
        onChange={() => undefined}
        errors={{ "tags.0": "Use at most 40 characters.", "links.0.url": "Use a whole address." }}
        teams={[{ slug: "payments", name: "Payments" }]}
        known={[]}
        questions={[
          { upToTier: 4, tags: ["public"], called: "Rate limits" },
          { upToTier: 4, tags: ["ai"], called: "Prompts" },
        ]}
        locks={locksOf(of)}
      />
    </QueryClientProvider>,
  );

it("locks nothing for a lead", () => {
  expect(locksOf(service)).toEqual({});
  expect(form(service)).not.toMatch(/<(input|select)[^>]* disabled=/);
});

it("keeps a member from lowering the tier, moving and retiring, and says who may", () => {
  const html = form(member);
  expect(html.match(/type="radio"[^>]*disabled/g)).toHaveLength(2);
  expect(html.match(/role="switch"[^>]*disabled/g)).toHaveLength(1);
  expect(html).toMatch(/<select[^>]*disabled=""/);
  expect(html).toMatch(/<option[^>]*value="retired"[^>]*disabled|<option[^>]*disabled[^>]*value="retired"/);
  expect(html).toContain("Only a lead of Payments or an admin lowers the tier.");
  expect(html).toContain("Only a lead of Payments or an admin drops a tag.");
  expect(html).toContain("Only somebody who leads both teams, or an admin, moves a service.");
});

it("shows what the server said of a tag under the tags", () => {
  expect(form(service)).toContain("Use at most 40 characters.");
});
