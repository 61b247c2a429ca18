import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { aRow } from "@/components/portfolio/testing-portfolio";
import type { ServiceRow } from "@/lib/contracts/services";
import type { Unit } from "@/lib/domain/amount-text";
import { AYear } from "./service-cells";

const EURO: Unit = { currency: "EUR" };
const none = { known: 0, unknown: 0 };
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const drawn = (row: Partial<ServiceRow>, unit: Unit) =>
  renderToStaticMarkup(<AYear row={aRow(row)} unit={unit} leads />);

it.each<[string, Partial<ServiceRow>, Unit, string]>([
  [
    "priced: money, then incidents",
    { losses: { known: 310_400, unknown: 27_000 }, incidents: { known: 5.1, unknown: 8 } },
    EURO,
    "€310k a year known + up to €27k 5.1 incidents",
  ],
  [
    "nothing is priced",
    { losses: null, incidents: { known: 4.1, unknown: 0 } },
    null,
    "4.1 incidents a year known",
  ],
  [
    "what it leads to has no price",
    { losses: none, incidents: { known: 4.1, unknown: 2 } },
    EURO,
    "unpriced 4.1 incidents + up to 2.0",
  ],
  [
    "what cannot be ruled out has no price",
    { losses: none, incidents: { known: 0, unknown: 2 } },
    EURO,
    "unpriced up to 2.0 incidents",
  ],
  ["nothing is expected", { losses: none, incidents: none }, EURO, "–"],
])("what a service costs a year, %s", (_, row, unit, said) => {
  const html = drawn(row, unit);
  expect(textOf(html)).toBe(said);
  expect(html.match(/data-lead/g)).toHaveLength(1);
});
