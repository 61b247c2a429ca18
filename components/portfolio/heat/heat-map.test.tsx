import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PortfolioFilters } from "@/lib/contracts/portfolio";
import type { ServiceRow } from "@/lib/contracts/services";
import type { Unit } from "@/lib/domain/amount-text";
import { AREAS } from "@/lib/domain/vocabulary";
import { aRow } from "../testing-portfolio";
import { HeatMap } from "./heat-map";

const SORTS = {
  name: { href: "/?sort=name", sorted: undefined },
  score: { href: "/?sort=score", sorted: undefined },
  loss: { href: "/?sort=loss", sorted: "descending" as const },
};

function drawn(
  items: ServiceRow[],
  filters: PortfolioFilters = {},
  total = items.length,
  next: string | null = null,
  mixed = false,
  unit: Unit = null,
  gone: string[] = [],
) {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <HeatMap
        first={{ items, nextCursor: next }}
        filters={filters}
        total={total}
        sorts={SORTS}
        mixed={mixed}
        unit={unit}
        gone={gone}
      />
    </QueryClientProvider>,
  );
}
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

it("says what a service costs a year once anything has a price, and its incidents before", () => {
  const row = aRow({ incidents: { known: 5.1, unknown: 8 }, losses: { known: 310_400, unknown: 27_000 } });
  const priced = drawn([row], {}, 1, null, false, { currency: "EUR" });
  expect(priced).toContain("€310k");
  expect(priced).toContain("€27k");
  expect(priced).not.toContain("5.1");
  expect(drawn([row])).toContain("5.1");
  expect(drawn([aRow({ losses: null })], {}, 1, null, false, null)).not.toContain("€");
});

it("says the incidents of a service whose costs have no price among those that have one", () => {
  const none = { known: 0, unknown: 0 };
  const of = (incidents: ServiceRow["incidents"]) =>
    drawn([aRow({ incidents, losses: none })], {}, 1, null, false, { currency: "EUR" });
  expect(of({ known: 4.1, unknown: 0 })).toMatch(/4\.1<\/[^>]*>.*incidents, unpriced/);
  expect(of(none)).toContain("none expected");
  expect(of(none)).not.toContain("unpriced");
});

it("is one stop of the Tab key, however many cells it has", () => {
  const html = drawn([aRow({ slug: "a" }), aRow({ slug: "b" }), aRow({ slug: "c" })]);
  expect(count(html, /role="row"/g)).toBe(4);
  expect(count(html, /role="gridcell"/g)).toBe(3 * (AREAS.length + 3));
  expect(count(html, /tabindex="0"/g)).toBe(1);
});

it("says how many rows there are, also those that are still to come", () => {
  expect(drawn([aRow()], {}, 1000, "next")).toContain('aria-rowcount="1001"');
  expect(drawn([aRow()])).toContain('aria-rowcount="2"');
});

it("says each verdict in words and by shape, and leads to that area of the service", () => {
  const html = drawn([aRow({ areas: AREAS.map((_, at) => (at === 4 ? "no" : "yes")) })]);
  expect(html).toMatch(
    /href="\/services\/ledger-api\?area=traffic#gaps"[^>]*aria-label="Traffic: no"[^>]*>✕</,
  );
});

it("stays in the past with every link", () => {
  const html = drawn([aRow()], { asOf: "2026-08-21" });
  expect(count(html, /href="\/services\/ledger-api\?asOf=2026-08-21/g)).toBe(AREAS.length + 4);
});

it("puts services under the name of their team, which leads to it", () => {
  const html = drawn([aRow({ slug: "a" }), aRow({ slug: "b" })], { group: "team" });
  expect(count(html, /href="\/teams\/payments"/g)).toBe(1);
  expect(count(html, /role="row"/g)).toBe(4);
});

it("names a team that was deleted since, without a link to a page that is gone", () => {
  const rows = [aRow({ slug: "a" }), aRow({ slug: "b", team: "checkout", teamName: "Checkout" })];
  const html = drawn(rows, { group: "team", asOf: "2026-08-21" }, 2, null, false, null, ["payments"]);
  expect(html).toMatch(/<bdi>Payments<\/bdi> \(deleted\)/);
  expect(html).not.toContain("/teams/payments");
  expect(html).toContain('href="/teams/checkout?asOf=2026-08-21"');
  expect(count(html, /tabindex="0"/g)).toBe(1);
});

it("tells what is known from what is not, and draws no score that is none", () => {
  const html = drawn([aRow({ standing: "unassessed", score: 0, incidents: { known: 0, unknown: 21.9 } })]);
  expect(html).toContain("no score yet");
  expect(html).toMatch(/22.*unknown/);
});

it("says which column it is sorted by", () => {
  expect(count(drawn([aRow()]), /aria-sort="descending"/g)).toBe(1);
});

it("marks invented services where they stand among real ones", () => {
  const rows = [aRow({ slug: "a", example: true }), aRow({ slug: "b" })];
  expect(count(drawn(rows, {}, 2, null, true), />example</g)).toBe(1);
  expect(count(drawn(rows), />example</g)).toBe(0);
});
