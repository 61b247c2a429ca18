import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { changesPage } from "@/components/addresses/pages";
import type { Changes } from "@/lib/contracts/changes";
import { ChangesView } from "./changes-view";
import { amounts, movedBy, someChanges } from "./testing-changes";

const shown = (changes: Changes, params: Record<string, string> = {}) =>
  renderToStaticMarkup(
    <ChangesView
      services={null}
      changes={changes}
      query={changesPage.read({ since: "2026-10-21", ...params })}
      choices={{ teams: [{ slug: "payments", name: "Payments" }], tags: [], owners: [] }}
      timeZone="Europe/Berlin"
      today="2026-11-21"
    />,
  );

describe("the page of what changed", () => {
  it("can be filtered, and keeps its days and its service in the search", () => {
    const html = shown(someChanges(), { until: "2026-11-01", service: "checkout", whole: "true" });
    expect(html).toContain('aria-label="Find services by name or team"');
    const start = html.indexOf("<search");
    const search = html.slice(start, html.indexOf("</search>", start));
    for (const [name, value] of [
      ["since", "2026-10-21"],
      ["until", "2026-11-01"],
      ["service", "checkout"],
    ])
      expect(search).toContain(`type="hidden" name="${name}" value="${value}"`);
    expect(search).not.toContain("whole");
  });

  it("says that all stands as it stood only when nothing moved", () => {
    expect(shown(someChanges())).toContain("Nothing changed.");
    const now = movedBy("model", amounts([2, 50]), amounts([2, 90]), amounts([0, 40]));
    const priced = shown(someChanges({ exposure: { now } }));
    expect(priced).not.toContain("Nothing changed.");
    expect(priced).toContain("Exposure by cause");
    expect(priced).not.toContain("Services that moved");
  });

  it("offers to clear the filters when nothing that they choose changed", () => {
    const html = shown(someChanges(), { team: "payments" });
    expect(html).toContain("Nothing changed in these services.");
    expect(html).toContain('href="/changes?since=2026-10-21"');
  });

  it("says how many more there are than a list shows", () => {
    const services = Array.from({ length: 200 }, (_, index) => ({
      ...{ service: `s-${index}`, serviceName: `S ${index}`, team: "payments", from: null },
      to: { standing: "unassessed" as const, score: 0, lifecycle: "live" as const, tier: 4 as const },
      causes: ["created" as const],
    }));
    const changes = someChanges({ services, total: { services: 1_250, came: 1_250 } });
    const short = shown(changes);
    expect(short).toContain("Showing 12 of 1,250 services.");
    expect(short).toContain("Show more");
    const whole = shown(changes, { whole: "true" });
    expect(whole).toContain("Showing 200 of 1,250 services.");
    expect(whole).toContain("Choose a shorter time or a filter to see the others.");
    expect(whole).toContain("1,250 services were added.");
  });
});
