import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Service } from "@/lib/contracts/services";
import { FactsLine } from "./facts-line";

const shown = (onCall: string) =>
  renderToStaticMarkup(
    <FactsLine
      asOf={null}
      service={
        {
          ...{
            team: "payments",
            teamName: "Payments",
            tier: 2,
            lifecycle: "live",
            tags: [],
            links: [],
            onCall,
          },
          checklist: { key: "production-readiness", version: 1 },
        } as unknown as Service
      }
    />,
  );

it("shows who is on call, as a link where it is one, and nothing where nobody said", () => {
  expect(shown("https://acme.pagerduty.com/schedules/P123")).toContain(
    'href="https://acme.pagerduty.com/schedules/P123"',
  );
  expect(shown("آنا 📟 <b>")).toContain("<bdi>آنا 📟 &lt;b&gt;</bdi>");
  expect(shown("")).not.toContain("On call");
});

it.each(["http://rota.example", "javascript:alert(1)", "https://", "call https://x.example first"])(
  "%s is words, not a link",
  (onCall) => {
    expect(shown(onCall)).toContain("On call");
    expect(shown(onCall)).not.toContain("_blank");
  },
);
